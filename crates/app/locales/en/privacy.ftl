# The notice's pages and the proofs of promises

# The page of the notice
privacy-notice = Privacy notice
privacy-outdated = This is an old version of the notice.
privacy-to-current = Go to the version in force
privacy-contents = Contents
privacy-forms = The notice in other forms
privacy-form-pdf = PDF
privacy-form-txt = As text
privacy-form-jsonld = JSON-LD (DPV)
privacy-form-tilt = TILT (JSON)
privacy-hash = Hash of this version:
privacy-to-changes = All versions and what changed
privacy-to-notice = Read the whole privacy notice
privacy-proof-of = Proof of the promise: { $sentence }
privacy-kept-proof = Kept: see the proof
privacy-section-good = { $count ->
    [one] One promise. It is kept.
   *[other] { $count } promises. None is broken.
}
privacy-section-bad = { $count ->
    [one] One promise. It is not kept now.
   *[other] { $bad ->
        [one] { $count } promises, one of which is not kept now.
       *[other] { $count } promises, { $bad } of which are not kept now.
    }
}
privacy-section-proof = See the proofs

# The state in one line
privacy-sum-good = { $count ->
    [one] The notice holds one promise. It is kept.
   *[other] The notice holds { $count } promises. None of them is broken.
}
privacy-sum-bad = { $bad ->
    [one] Of the notice’s { $count } promises, one does not hold now.
   *[other] Of the notice’s { $count } promises, { $bad } do not hold now.
}
privacy-checked = Checked on { $time }.
privacy-scanned = All stored data were gone through on { $time }.
privacy-unchecked = Not checked yet.
privacy-first-check = The promises are being checked for the first time.
privacy-checks-late = The checks are late. Below is what is known last.
privacy-to-evidence = See how every promise is kept

# Evidence
privacy-evidence = Proofs of the promises
privacy-evidence-lead = Every sentence of the privacy notice is a promise. The program checks them itself every minute, and says so here when one does not hold.
privacy-group-bad = Do not hold now
privacy-group-due = To be confirmed soon
privacy-group-kept = Kept
privacy-group-attested = Confirmed
privacy-group-told = Information
privacy-filter = Show promises
privacy-filter-all = All
privacy-as-json = The same for programs (JSON)
privacy-proof = Proof of one promise
privacy-to-proof = Proof and history
privacy-state = State
privacy-how = How it is kept
privacy-law = Provision
privacy-since = Since
privacy-id = Identifier
privacy-history = History

# Changes
privacy-changes = Versions of the notice and what changed
privacy-changes-lead = Old versions stay readable. Date and number come from publishing; they cannot be typed by hand.
privacy-feed = Follow the changes as a feed (Atom)
privacy-version = Version { $version }, published on { $date }
privacy-first-version = The first published version.
privacy-nothing-changed = The notice says the same as the version before.
privacy-version-reason = Reason: { $reason }
privacy-version-author = Published by: { $author }
privacy-version-operator = the operator of the service
announced = The privacy notice has changed.
announced-more = { $count ->
    [0] Read about the change
    [one] Read about this and one other change
   *[other] Read about this and { $count } other changes
}

# Front page
privacy-front-lead = Tell us what works and what does not. No contact details are needed.
privacy-front-give = Give feedback
privacy-card-own = Your data
privacy-card-own-text = With your receipt code you see everything kept about you, and can erase it.
privacy-card-notice = Privacy notice
privacy-card-notice-text = What is collected, why, for how long, and what your rights are.
privacy-card-proof = Proofs of the promises
privacy-card-proof-text = Beside every sentence it says whether it holds right now.

# Cookies
privacy-cookies = Cookies
privacy-cookies-lead = These are all the cookies that the service can set. It is not able to set others.
privacy-cookies-necessary = All are necessary: they are set only when you sign in or choose a language. So no consent is asked for, and there is nothing to accept.
privacy-cookies-choice = Necessary cookies are set when the service needs them. The others wait for your consent, and the service works without them.

# Accessibility
privacy-access = Accessibility statement
privacy-access-state = How accessible the service is
privacy-access-state-text = The service is made to meet level AA of WCAG 2.2. Its makers have checked it themselves; nobody else has assessed it.
privacy-access-done-keyboard = Everything works with a keyboard alone, and the focus is visible.
privacy-access-done-narrow = Pages fit a screen 320 pixels wide without scrolling sideways.
privacy-access-done-colour = Nothing is told by colour alone, and the contrast of text is sufficient in the dark theme, too.
privacy-access-done-script = Everything works without JavaScript.
privacy-access-lacks = What is missing
privacy-access-lacks-text = The service has not yet been tried with people who use assistive technology. There is no easy-to-read version.
privacy-access-tell = Tell us about a fault
privacy-access-tell-text = If something does not work, please tell us.
privacy-access-supervision = Supervision
privacy-access-supervision-text = If our answer is not enough, you can complain to the authority that supervises accessibility:

# Command line
privacy-cli-sum = { $count } promises, of which { $bad } do not hold.

# Promises on the desk
privacy-check-now = Check now
privacy-check-runs = The check is running. It goes through all the data, so reload the page in a moment.
privacy-words = Confirmations
privacy-no-words = The notice has nothing that a person needs to confirm.
privacy-vouch = Confirm
privacy-vouch-document = What it rests on
privacy-vouch-document-help = Write the document’s name, date and place. Only a digest of the text is kept: keep the document yourself.
privacy-vouch-sure = I have checked this and confirm it in my role.
privacy-attested = The confirmation has been recorded.
privacy-word-until = Confirmed until { $date }.
privacy-word-over = The confirmation ran out on { $date }.
privacy-word-none = Not confirmed yet.

# Proof of erasure
proof-title = Proof of erasure
proof-told = The data were erased on { $date }.
proof-nothing-personal = There are no personal data on this page. It does not show whose data were erased or what they said.
proof-what = What was erased
proof-notice = Version of the notice
proof-id = Id of the proof
proof-place = Place in the ledger
proof-place-of = Entry { $place } of { $size }
proof-check = How to check the proof
proof-check-text = Entries can only be added to the ledger. A signed checkpoint binds all entries together: if this entry were changed or taken away, the proof would no longer fit. Checking needs no connection to this service.
proof-file = Save the proof as a file
proof-command = Check it with the program Seloste:
proof-whole = Whoever is given the whole ledger, such as the supervisory authority, can check it with seloste ledger verify. With the checkpoint at the end of this proof as --checkpoint, changes made by the ledger's own keeper come to light as well.
proof-text = The proof as text
proof-text-what = First the entry and its place, then the hashes from the entry to the ledger's root, last the signed checkpoint.
proof-print = You can print or save this page.

# The clock
privacy-clock-doubt = The server's clock cannot be trusted
privacy-clock-times = The clock shows { $shows } where it should show about { $expected }.
privacy-clock-waits = Nothing is erased by time until the clock has been checked. What is past its last day still does not open.
privacy-clock-mend = Compare the time with another clock, such as your phone. If the server's clock is wrong, ask whoever runs the server to set it: no confirmation is needed then. If the server was off for long and the time is right, confirm it.
privacy-clock-look = Check the clock
privacy-clock-sure = I have compared the time with another clock. The server's date and time are right.
privacy-clock-confirm = Confirm the clock
privacy-clock-confirmed = The clock is confirmed. Erasure by time goes on.

# Backups
privacy-backups-damaged = { $count ->
    [one] One part of a backup is damaged
   *[other] { $count } parts of backups are damaged
}
privacy-backups-damaged-next = Whoever runs the server sees with seloste doctor which parts are damaged. A new backup is made every day; check the disk that the backups are on all the same.

consent-check-title = Check a consent receipt
consent-check-lead = A consent receipt is a file that the service signed when the consent was given. On this page anybody can check that a receipt is genuine and whether the consent still stands.
consent-check-field = Consent receipt
consent-check-help = Open the file that you saved, copy all of it and paste it here. The receipt holds no personal data, and it is not kept.
consent-check-submit = Check
consent-check-bad = The receipt is not genuine
consent-check-bad-text = This service has not signed the receipt, or it has been changed. Make sure that you copied the whole file.
consent-check-genuine = The receipt is genuine: this service signed it, and it has not been changed.
consent-check-stands = The consent stands
consent-check-withdrawn = The consent was withdrawn { $when }
consent-check-restored = The consent does not stand. The data were erased again { $when }, after a backup had been restored.
consent-check-ended = The consent ended { $when }, when the data were erased
consent-check-unknown = The consent does not stand any more. The time of its end is not kept any longer.
consent-check-sentence = What was agreed to
consent-check-controller = To whom the consent was given
consent-check-purpose = For which purpose
consent-check-given = Given
consent-check-language = Language
consent-check-notice = Version of the notice
consent-check-hash = Check value of the sentence (SHA-256)
consent-check-reference = Id of the receipt
consent-check-offline = Checking without this service
consent-check-offline-text = The program Seloste checks the signature without a connection to this service, too. Whether the consent has been withdrawn can be seen only here.
