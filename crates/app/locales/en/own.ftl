# Own data: looks, disclosures, objections
own-looked-more = Show earlier looks
own-received-more = Show all disclosures
own-not-given = You have not given this
own-went-with-consent = Erased on { $day }, when you withdrew your consent
own-postponed = What could postpone erasure
own-postponed-not = Nothing at present. Erasure is postponed only if you restrict the use of the data, if they are needed for a legal claim or if an authority orders them kept.
own-postponed-until = The data are kept on this ground until { $date }.
own-postponed-open = The data are kept until the ground ends.
own-purposes = What your data are used for
own-object-text = If you object to this use, that becomes a request which is answered in time. Your data are not used for this before it is decided.
own-object = Object
own-object-for-good-text = You can forbid this use without giving a reason. That holds at once, for your addresses too. Only you can take it back.
own-object-for-good = Forbid
own-object-not = This use cannot be objected to, as it rests neither on a public task nor on a legitimate interest. You can restrict the use of your data.
own-closed-for-good = You forbade this use on { $date }. Your data are not used for it.
own-closed-listed = Your data have not been used for this since { $date }, as your address is on a list of objections. The list holds only a code from which the address cannot be read.
own-closed-waiting = You objected to this use on { $date }. Your data are not used for it before your objection is decided.
own-closed-upheld = Your objection was upheld. Your data have not been used for this since { $date }.
own-object-lift = Take it back
own-object-words = I object to the use of my data for this purpose: { $purpose }
own-objected = Your objection has been received, and your data are not used for this before it is decided. You see the request and its deadline on this page.
own-forbidden = The objection holds. The data are not used for this any more.
own-opened = The objection has been taken back.
mailbox-uses = Direct marketing and research
mailbox-direct-marketing-is-open = Direct marketing may be sent to this address where there is a ground for it.
mailbox-direct-marketing-closed = Direct marketing to this address is forbidden.
mailbox-market-research-is-open = Market and opinion research may be sent to this address where there is a ground for it.
mailbox-market-research-closed = Market and opinion research to this address is forbidden.
mailbox-close = Forbid
mailbox-open = Take it back
restriction-title = Restrict the use of this
restriction-title-all = Restrict the use of all your data
restriction-ground = Why
restriction-accuracy = I think that it is wrong
restriction-unlawful = It was processed unlawfully, but I do not want it erased
restriction-claim = I need it for a legal claim
restriction-objection = An objection is being decided
restriction-follows = It is only kept, also when its period is over, and used for nothing but serving your rights. You can end the restriction at any time. Before the organisation ends it, you are told.
restriction-record = The use of this is restricted
restriction-since = Restricted since { $date }. Ground: { $ground }.
restriction-ends = The organisation ends the restriction on { $date } at the earliest.
restriction-end-title = End the restriction of this
restriction-end-title-all = End the restriction of your data
restriction-end-follows = When the restriction ends, the data are used again as the privacy notice tells.
restriction-end-warning = Data are erased for good with it
restriction-end-erases = The period of these data is over, and only the restriction keeps them. They are erased at once when the restriction ends. They cannot be had back, and we cannot bring them back either.
restriction-end-download = Download your data first if you need them:
restriction-end-erase = End the restriction and erase
restriction-end-changed = What would be erased has changed
restriction-end-changed-text = The restriction has not ended yet. See below what would be erased now, and confirm again.
restriction-keep = Keep the restriction
restriction-ended = The restriction has ended.
restriction-ended-erased = The restriction has ended, and the data whose period was over have been erased for good. Your receipt code tells this later, too. No separate message is sent.
restriction-over = This restriction has ended already
restriction-over-text = If data were erased with it, you see the day and the proof when you open your data with the receipt code.
restriction-begun = The use of this is restricted now.
limits-title = What the person has forbidden or restricted
limits-for-good = forbidden on { $date }, only the person can take it back
limits-listed = forbidden on { $date } by the address, only the person can take it back
limits-waiting = closed on { $date } until the objection is decided; the decision covers this
limits-upheld = closed on { $date }, the objection was upheld
limits-end-text = A restriction can be ended only after the person has been told.
limits-told = The person has been told
limits-show = Show it on the person's own page for 14 days first
limits-done = The restriction was updated.
limits-end-title = End the restriction of one record
limits-end-title-all = End the restriction of all data
limits-ended-erased = The restriction has ended, and the data whose period was over have been erased for good. The person's receipt code tells of the erasure.

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

# Package
own-package = All your data as one package
own-package-lead = The package is a ZIP file with what is held about you. It opens without a network. The internal notes of those who handle your requests are left out. You can ask for them: you get them, or the ground on which they are not given.
own-package-none = You have not ordered a package.
own-package-make = Make a package
own-package-again = Make a new package
own-package-making = The package is being made, ordered { $when }
own-package-wait = A large package takes a while.
own-package-changed = Your data changed while the package was being made. Order it again: it will have what is left of the data.
own-package-look = See whether it is ready
own-package-ready = The package is ready, ordered { $when }
own-package-download = Download the package (ZIP, { $size } kB)
own-package-goes = The package is erased { $when } at the latest, and at once if something in it is erased or a consent is withdrawn.
own-package-holds = What the package holds
own-package-holds-text = Your data as pages to read in Finnish, Swedish and English, as tables and as a machine-readable file, the conversations, the wording of your consents, who has received data, who has looked at them, a calendar of coming erasures, and the privacy notices that have applied to your data. Names of staff and texts of other people are not in it.
own-package-verify = The package is signed. Anybody can check that it has not been changed: seloste package verify.
own-portable = Download the data to take along (JSON)
own-portable-name = data-to-take-along
package-title = A copy of your data
package-up = The package
package-languages = Languages
package-lead = Here is what is held about you in this register. The internal notes of those who handle your requests are left out. You can ask for them: you get them, or the ground on which they are not given. The pages work without a network.
package-kinds = What is held, and for how long
package-read = Read your data
package-records = Records, page { $number }
package-conversations = Conversations, page { $number }
package-files = Files
package-data = all data in machine-readable form
package-access-log = who has looked at your data
package-calendar = the days on which your data are erased
package-read-me = what the package holds and how to check it
package-notices = Privacy notices that apply to your data
package-you = You
package-other = Another person
package-other-text = Another person's text is theirs and is not shown.
package-readme =
    A copy of your data (General Data Protection Regulation, Article 15)

    index.html opens in a browser without a network. data.json holds the same data for machines, the folder csv for spreadsheets, conversations the conversations, receipts the wording of your consents, documents the attachments, notice the privacy notices, and portability the data that you can take to another service. disclosures.csv tells who has received data, access-log.csv who has looked at them, and calendar.ics when they are erased.

    Checking: manifest.json lists every file with its SHA-256, and manifest.sig is the signature of the list. Check them with the command: seloste package verify FILE.zip --key KEY. The key is on the service's page of proofs.

# Command line
cli-person-packed = The package is in the file { $file }.
cli-package-whole = The package is whole and signed with the given key: { $count } files, made by { $controller }, { $made }.
cli-package-whole-key = The package is whole: { $count } files, made by { $controller }, { $made }. Compare the key with the service's page of proofs: { $key }
cli-package-wrong = The package is not whole. Faults: { $count }.
fault-person-one-receipt = Give one receipt code: a package is made for one person at a time.
cli-import-done = { $count } records were brought in. The person's receipt code: { $receipt }
cli-import-refused = Nothing was brought in, because the notice does not know everything. Differences: { $count }.
fault-import-form = The file does not hold data to take along.

# Whoever made a request
own-granted = Open the copy of your data
own-granted-lead = Your request was granted. Here you get a copy of the data that you asked for.
own-granted-until = You can download the copy until { $date }. Whoever the data are about sees on their own pages that the copy was given.
own-granted-gone = The data are no longer held
own-state-over = The last day for the answer has passed
own-state-asked = We wait for your answer
own-state-asked-text = We asked you for more information: the letter is on this page. The clock stands still until you answer. If you do not, the clock goes on and we decide the request on what we have.
own-state-silent = Your time to answer has ended
own-state-silent-text = Our question can no longer be answered. The request is decided on what we have. You can make a new request, or contact the data protection officer and tell the number of the request.
own-state-handled = Your answer is no longer needed
own-state-handled-text = The request has been handled, so you need not answer what we asked. This code shows only that somebody made the request, so the decision is not seen here, whether we hold data on you or not. You can make a new request, or contact the data protection officer and tell the number of the request.
own-reply-by = Answer by
own-reply = Answer the question
own-reply-text = Your answer goes to those who handle the request, and the clock goes on at once. You can answer once. Neither a signature nor an identity code is needed.
own-reply-yours = Your answer
own-reply-help = Write here what we asked for.
own-reply-document-help = If we asked for proof, attach it here. PDF, PNG or JPEG, at most 2 MB. You can also send it by post: give the number of the request then.
own-reply-empty = Write an answer or attach proof.
own-reply-no-room = The room for attachments is full. Send the proof by post and say so in your answer.
own-reply-send = Send the answer
own-reply-taken = Your answer has been received, and the clock goes on.
own-reply-over = The question cannot be answered any more: it has been answered already, or the time has ended.
own-reply-handled = The answer is not taken any more: the request has been handled, so your answer is not needed.
own-reply-meanwhile = The request was being handled at the same moment, so your answer was not kept. Open the page Your data again: if the answer is still needed, you can send it there.
own-state-over-text = This code shows only that somebody made the request, so the answer is not seen here, whether we hold data on you or not. If the request has been answered and your address is in our data, the answer went there. You see your data with their own receipt code. If no answer has come, contact the data protection officer and tell the number of the request.
own-state-over-unmailed = This code shows only that somebody made the request, so the answer is not seen here, whether we hold data on you or not. If the request has been answered and we know your postal address, the answer went there by letter. You see your data with their own receipt code. If no answer has come, contact the data protection officer and tell the number of the request.
own-state-unshown = The answer is not seen with this code yet
own-state-unshown-text = We answer by the last day at the latest, or ask you for more information on this page: the clock then stands still until you answer. This code shows only that somebody made the request, so the answer is not seen here before we know who you are. If you get a link by email, confirm the request behind it and give this code there. You can also show staff who you are. Otherwise the answer goes to the address that we know, or is seen with the receipt code of your data.
own-state-unshown-unmailed = We answer by the last day at the latest, or ask you for more information on this page: the clock then stands still until you answer. This code shows only that somebody made the request, so the answer is not seen here before we know who you are. You can show staff who you are. Otherwise the answer goes by letter, if we know your postal address, or is seen with the receipt code of your data.
own-slip-goes-decided = That day is the last of this entry only. The request itself and its answer are kept longer: they are erased { $period } after the decision, as the privacy notice says.
own-slip-goes = That day is the last of this entry only. The request itself and its answer are kept for as long as the privacy notice says.
own-granted-day = You can download the copy until { $date }.
own-granted-over = The copy could be downloaded until { $date }. If you still need it, make a new request.
own-state-unshown-agent = We check first that you may act for the other person. Before that we tell nothing and do nothing. If you attached no proof of your right, send it by post and tell the number of the request. If we ask you something, the question is shown on this page. A link to confirm the request, if any, goes to the person whose data it is about, not to you. The answer is shown with this code once your right has been checked and the request has been decided.
own-state-over-agent = The answer is not seen here before your right to act for the other person has been checked. If the request has been answered, the answer went to the person whose data it is about. Contact the data protection officer and tell the number of the request.
own-slip-words = What you wrote is only in the request itself, which staff handle. It is shown here when the answer is, and it is erased with the request.
own-limits = What you have objected to or restricted
own-limits-all = All your data
own-erased = What of your data has been erased already
own-mandate-apart = If you sent a proof, only those who handle the request have it.
