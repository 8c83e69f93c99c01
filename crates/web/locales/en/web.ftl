# The page
skip = Skip to content
nav = Main menu
trail = Where you are
tabs = Pages of this section
languages = Languages
footer = About the service
footer-made-with = A privacy notice that keeps its promises
title-error = Error:
banner = Notice
banner-demo = This is a demonstration. All data are invented.
banner-test-clock = A test clock is in use: in the service it is now { $now }.

link-front = To the front page
link-privacy = Privacy notice
link-own = Your data
link-request = Data protection request
link-cookies = Cookies
link-accessibility = Accessibility

pattern-date = %-d %B %Y
pattern-moment = %-d %B %Y at %H:%M

# Forms
choose = Choose
filter = Filter
errors-title = Please check these
field-required = required
field-voluntary = voluntary
field-limit = At most { $max } characters.
field-error = Error:
field-missing = Fill in this field.
field-missing-file = Attach a document.
field-file-kind = Attach a PDF, PNG or JPEG file.
field-table-kind = Save the table as a CSV file in UTF-8.
field-file-large = The file is too large. At most { $max } kB.
field-missing-choice = Choose one of the options.
field-missing-consent = Tick the box if you want to go on. Nothing is done without your confirmation.
field-too-long = The text may have at most { $max } characters. Please shorten it.
field-email = Write the e-mail address like name@example.fi.
field-date = Give a day that is in the calendar.
field-choice = Choose one of the options given.
field-control = The text contains a character that cannot be stored. Please write it again.
field-not-text = The text could not be read. Please write it again.
field-doubled = This was sent twice. Give it once.
field-undeclared = The form came with “{ $field }”, which this service does not collect. Nothing was stored.

# Lists and states
pages = Pages of the list
page-previous = Previous
page-next = Next
state-kept = Kept
state-broken = Broken
state-attested = Attested
state-due = To be attested
state-text = Information
promise-how = – show how this promise is kept
step-done = done
