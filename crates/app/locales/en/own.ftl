# Own data: looks, disclosures, objections
own-looked-more = Show earlier looks
own-received-more = Show all disclosures
own-not-given = You have not given this
own-postponed = What could postpone erasure
own-postponed-not = Nothing at present. Erasure is postponed only if the data are needed for a legal claim or an authority orders them kept.
own-postponed-until = The data are kept on this ground until { $date }.
own-postponed-open = The data are kept until the ground ends.
own-ground-legal-claim = The data are needed to establish, exercise or defend a legal claim
own-ground-authority-order = An authority has ordered the data to be kept
own-object-title = Object to the use of your data
own-object-text = For these purposes your data are used on another basis than your consent or a legal obligation. You can object to the use. Your objection becomes a request that is answered within the time limit.
own-object = Object
own-object-words = I object to the use of my data for this purpose: { $purpose }
own-objected = Your objection has been received. You see the request and its time limit on this page.

# Calendar
own-calendar = Coming erasures in a calendar
own-calendar-text = The calendar has the days on which your data are erased, and the numbers of the records. It has no content.
own-calendar-file = Download the calendar file
own-calendar-name = coming-erasures
own-calendar-day = { $count ->
    [one] One record is erased
   *[other] { $count } records are erased
}
own-calendar-day-numbers = { $count ->
    [one] Record { $numbers } is erased
   *[other] { $count } records are erased, among them { $numbers }
}
own-feed-title = An address for calendar programs
own-feed-text = You can give your calendar program a secret address from which it fetches the days by itself. The address works until you end it or your data have been erased, one year at most.
own-feed-there = You have an address in use. A new address replaces it.
own-feed-make = Make an address
own-feed-again = Make a new address
own-feed-end = End the address
own-feed-ended = The address no longer works
own-feed-secret = Keep the address now
own-feed-secret-text = The address cannot be shown again. Anybody who has it sees the days of erasures and the numbers of records, and nothing else.
own-feed-address = Address of the calendar
own-feed-until = The address works until { $date } at most.
