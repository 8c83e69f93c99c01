# Own data: signing in
rights-own-title = Your data
rights-own-ask = You see your data with the receipt code that you got when you sent your feedback or request.
rights-lapsed = The page of your own data has closed
rights-lapsed-text = The page closes when it has not been used for a while, so that nobody else sees your data. Please open it again. A change that was left unfinished has not been stored.
rights-code = Receipt code
rights-code-help = 24 letters and digits. Capital letters, spaces and dashes make no difference.
rights-code-unknown = Nothing was found with this code. Check that every character is right.
rights-open = Open own data
rights-no-code = No code?
rights-no-code-text = You can still use your rights. If you gave your email address, we send a link to your data there.
rights-no-code-unmailed = You can still use your rights: make a request. The service sends no mail, so tell in the request by what we find your data, for example the email address that you gave. You read the answer with the code that you get for your request once staff have made sure who you are.
rights-make-request = Make a data protection request
rights-link-text = This link is meant for the holder of this email address alone and can be used once. Continue to see the requests with the address. Nothing is changed or erased yet.
rights-link-open = Continue
rights-mailbox-title = What is held with your email address
rights-mailbox-lead = These are the requests and data that contain this email address.
rights-mailbox-what = The link shows only that you read the mail of this address
rights-mailbox-what-text = The address was typed by whoever sent the data and has not been checked. So only kind, number and date are shown here. You see the content with the receipt code.
rights-mailbox-asked = Did you make these requests?
rights-mailbox-asked-none = No requests wait to be confirmed.
rights-mailbox-known = Requests that you have confirmed
rights-mailbox-records = Data with this address
rights-mailbox-erase = Erase all of these data
rights-mailbox-erase-all = All the data listed above are erased, also those listed on other pages. Data protection requests that we handle with this address are erased as well. Whoever made a request keeps what they sent themselves for four months at most.
rights-mailbox-confirmed = The request is confirmed. The answer is sent to this email address. If you made the request yourself, you can give its receipt code below and read the answer with it, too.
rights-mailbox-denied = Thank you. The request is not connected with this address.
rights-mailbox-desk = The request was confirmed from the mailbox of the address
rights-mailbox-desk-text = The confirmation shows that whoever gave it reads the mail of this address. The address in the data was typed by their sender and is not proved. Before you tell of their content, make sure that they belong to whoever made the request. Ask for more information if needed (Article 12(6) GDPR). A granted erasure, restriction or withdrawal of consent covers all the data listed.
rights-mailbox-desk-denied = The holder of the address has said that the request is not theirs
rights-mine-yes = Yes, this request is mine
rights-mine-no = This request is not mine
rights-link-void = This link is no longer valid
rights-link-void-text = A link works once and for one day. Ask for a new one if you need it.

# Own data: what is held
rights-own-lead = Here is what is held about you in this register. The internal notes of those who handle your requests are left out. You can ask for them: you get them, or the ground on which they are not given.
rights-nothing = Nothing is held about you here.
rights-received = Received
rights-changed = Changed
rights-goes = To be erased by
rights-goes-review = When the matter has been decided; time limit { $date }
rights-goes-event = The period begins when the matter has ended
rights-source = Where it comes from
rights-source-person = You gave it yourself
rights-source-person-or = Came from you yourself or from { $others }
rights-source-staff = Staff wrote it
rights-source-system = The service made it while it worked
rights-notice = Privacy notice
rights-version = Version { $version }
rights-consent = Your consent
rights-consent-given = Given { $when }, notice version { $version }, language { $language }
rights-reasons = Why, and on which basis
rights-column-field = Data
rights-column-purpose = Used for
rights-column-basis = Basis
rights-basis-consent = Your consent
rights-basis-contract = Contract
rights-basis-legal-obligation = Legal obligation
rights-basis-vital-interests = Vital interests
rights-basis-public-task = Task in the public interest or official authority
rights-basis-legitimate-interests = Legitimate interests
rights-withheld = Held. The value is not shown, so that your account stays safe.
rights-looked = Who has looked at your data
rights-looked-caption = Visits, latest first
rights-looked-what = Your own visits are not listed. Every single event is in the file that you can download.
rights-looked-nobody = Nobody else has looked at your data.
rights-column-when = When
rights-column-role = Who
rights-column-action = What was done
rights-role-self = The person
rights-role-operator = Operators of the service
rights-role-program = The service itself
rights-did-collect = Stored
rights-did-read = Read
rights-did-answer = Answered
rights-did-classify = Classified
rights-did-amend = Changed
rights-did-export = Copied
rights-did-disclose = Disclosed
rights-did-erase = Erased
rights-did-tell-end = Told that the restriction ends
rights-did-object = A purpose was closed after an objection
rights-did-refuse-objection = The objection was refused and the purpose opened
rights-did-hold = Erasure paused on a ground in law
rights-did-release = Pause of erasure ended
rights-did-decide = Request handled
rights-did-restrict = Use restricted, or restriction ended
rights-did-withdraw = Consent withdrawn
rights-did-erase-field = Something that is not collected any more was erased
rights-did-shorten = The time of keeping was shortened
rights-did-fetch = The calendar of erasure days was fetched at its secret address
rights-did-wish = A wish to have everything erased, or its end, was recorded
rights-did-other = Handled
rights-did-send = The answer was sent by email
rights-did-prepare = Sending the answer by email was prepared
rights-did-times = { $what } ({ $count } times)
rights-received-by = Who has received your data
rights-received-by-nobody = Your data have not been disclosed to anybody.
rights-restricted = The use of your data is restricted
rights-restricted-text = The data are kept, but used for nothing else than serving your rights.

# Own data: what you can do
rights-next = What you can do
rights-download = Download your data as a file (JSON)
rights-print = Copy for printing
rights-print-title = Copy of your data
rights-file-name = own-data
rights-erase-all = Erase all your data
rights-restrict-text = You can restrict the use of your data. They are then only kept, until you end the restriction, also when their period is over.
rights-restrict = Restrict use
rights-no-restriction = The use of a staff account cannot be restricted, since nobody could then sign in with it. Ask an administrator to close the account.
rights-restrict-end = End restriction
rights-own-desk = Back to administration
rights-own-another = Open data with a receipt code
rights-own-another-text = Above are the data of your account. If you have a receipt code for feedback or a request, open its data here. You are then signed out of administration.
rights-sign-out = Leave
rights-correct = Correct
rights-correct-title = Correct your data
rights-correct-text = Empty a voluntary field if you want it removed.
rights-save = Save correction
rights-withdraw = Withdraw consent
rights-withdraw-title = Withdraw your consent
rights-withdraw-goes = These data are erased
rights-withdraw-warning = A withdrawal cannot be undone
rights-withdraw-text = Data that rest on this consent alone are erased at once. If nothing else is left, the whole record is erased.
rights-erase = Erase
rights-erase-title = Erase data
rights-erase-now = Erase now
rights-erase-warning = Erasing cannot be undone
rights-erase-warning-text = Erased data cannot be brought back, not even by us.
rights-plan-goes = What is erased
rights-plan-nothing = Nothing can be erased.
rights-plan-stays = What stays
rights-plan-stays-nothing = Nothing stays.
rights-cannot-erase = These data cannot be erased here
rights-kept-by-law = The law requires these data to be kept, so you cannot erase them yourself.
rights-kept-by-law-next = If you disagree, make a data protection request or contact the data protection officer.

# Erased
rights-erased-title = The data have been erased
rights-erased-on = Erased on { $date }
rights-erased-text = Everything that belonged to this receipt code has been erased. No separate message is sent.
rights-erased-again = The data have been erased for good. Your receipt code tells this later, too. No separate message is sent.
rights-erased-when = When
rights-erased-why = Why
rights-erased-count = Records erased
rights-kept-count = Records kept
rights-erased-proof = Proof
rights-erased-proof-text = The proof is the name of an entry in an unchangeable log. It holds no personal data.
rights-why-due = The period of keeping had ended.
rights-why-request = Erasure was asked for.
rights-why-withdrawal = The consent was withdrawn.
rights-why-decision = The controller decided to erase the data.
rights-why-restore = The data had been erased before; restoring a backup did not bring them back.

# Data protection request
rights-request-title = Data protection request
rights-request-lead = You can use your rights without an account and without a signature.
rights-contact-help = Email or postal address for our answer. If it is the address in your feedback, we send a one-time link there.
rights-contact-unmailed = The address that you gave earlier helps us find your data. The service sends no mail: you read the answer with the code that you get for your request once staff have made sure who you are.
rights-send = Send request
rights-request-short = The controller is { $controller }. What the request holds is used for answering it, and for nothing else.
rights-read-notice = Read the whole privacy notice
rights-request-received = Your request has been received
rights-request-code = Receipt code of your request
rights-request-code-text = With the code you see your request and the answer.
rights-receipt-over = Your request has already been received, but its receipt cannot be shown any more. If you wrote the receipt code down, you see your request with it. Otherwise the answer comes to the address that you gave.
rights-request-known = You see your request and the answer with the receipt code that you just gave.
rights-request-link = If you gave an email address that is in the register, a one-time link is sent there, unless an earlier link still works. Nothing is erased before the request has been confirmed through the link. So nobody can erase another person's data. Give this receipt code behind the link, too, and you see the answer with it.
rights-request-unmailed = The service sends no mail. Staff find out whose data it is about, and you read the answer with this code on the page Your data once it is certain who you are. Nothing is erased before it is certain that the data are yours. So nobody can erase another person’s data.
rights-request-no-address = The answer can be read only with this code
rights-request-no-address-text = You gave no address, so the answer can be read only with the code of this request on the page Your data. We can neither send the answer nor give the code again. If you have the receipt code of your earlier matter, or gave an address then, make the request again with it: otherwise we may not find your data.
rights-nobody-answer = The request had no receipt code, no address and nothing else by which we could find your data. You can make the request again and tell the receipt code, the address or something else by which we recognise your data.
rights-number = Number
rights-due = Answered at the latest
rights-done-title = Your request has been carried out
rights-withdrawn-title = Your consent has been withdrawn
rights-complaint-title = If you are not satisfied
rights-complaint-to = You can complain about the handling of your data:
rights-complaint = You can complain about the handling of your data: { $authority }, { $site }, { $email }, { $phone }

# Letters
rights-link-subject = Data protection request with your email address
rights-link-body =
    A data protection request was made with this email address:

    { $asked }

    Open the link if you made the request, or want to see what was asked with this address. Behind it you are asked of each request whether it is yours. The link works once and for one day:

    { $links }

    If you did not make the request, you need not do anything. Your data are neither changed nor erased.

    { $controller }
rights-link-more = and { $count } more
rights-answer-subject = Answer to your data protection request

# The desk
rights-desk-title = Data protection requests
rights-desk-open = Open
rights-desk-decided = Decided
rights-desk-enter = Enter a request
rights-desk-empty = There are no requests.
rights-desk-caption = Requests, the most urgent first
rights-column-asked = Request
rights-column-arrived = Arrived
rights-column-state = State
rights-late = The time limit has passed
rights-state-open = Waits for a decision
rights-state-erasure = Erased on the due day at the latest
rights-state-deciding = Being decided just now
rights-state-granted = Granted
rights-state-partly = Granted in part
rights-state-refused = Refused
rights-enter-title = Enter a request
rights-enter = Enter
rights-arrived = Day of arrival
rights-arrived-help = The day on which the letter, message or call came. The time limit runs from it.
rights-arrived-future = The day of arrival cannot be in the future.
rights-arrived-old = The day of arrival is more than three months ago. Check the day, and if it is right, confirm it at the end of the form.
rights-arrived-sure = The request really came so long ago.
rights-entered = The request has been entered
rights-enter-code-text = Tell the code to whoever made the request, in your answer. It shows them their request. It cannot be shown again.
rights-enter-next = Go to the request
rights-identify-title = Whose data is it about?
rights-identify-text = Match the request with the data by the receipt code. Do not ask for an identity code or a signature.
rights-identify = Match
rights-find = Search
rights-find-link = Does the asker have no code? Search by an exact value
rights-find-title = Find whose data it is about
rights-find-warning = Many people may know an address
rights-find-warning-text = To know somebody’s address does not prove to be that person. Make sure in another way before you match: ask, for example, what they wrote and when. The search stays in the ledger, and whoever is found sees it among their own data.
rights-find-value = The whole value, as the asker tells it
rights-find-value-help = For example an email address. Only exactly the same value is found.
rights-find-nobody = Nobody is found by this value. Check the spelling.
rights-find-found = Found
rights-find-match = Match the request with these data
rights-identified = The request is matched with the person's data
rights-desk-held = { $count ->
    [one] One record is held about the person.
   *[other] { $count } records are held about the person.
}
rights-decide = Decide the request
rights-decide-text = A granted erasure, withdrawal of consent, restriction or objection is carried out at once. The data protection officer's address and advice on where to complain are added to the answer.
rights-ground-missing = Write the ground when the request is not granted in full.
rights-not-identified = Match the request with the person's data first, or tell that the person could not be identified.
rights-already-decided = The request has been decided already, or somebody else is deciding it just now.
rights-already-matched = The request is matched with a person's data already.
rights-decided = The request has been decided
rights-answer-title = Answer
rights-answer-sent = The answer is sent by email
rights-answer-by-hand = Whoever made the request sees the answer with their receipt code. Send it by letter if needed.

# The openness act
openness-link = Are you asking for a document under the openness act? Make an information request
openness-title = Information request
openness-lead = Ask for information from a document under the Act on the Openness of Government Activities (621/1999). We answer without delay, within two weeks at the latest. If there are many documents or they have secret parts, within a month at the latest.
openness-what = Which document do you ask for
openness-text-help = Describe the document so that it can be found. You need not give a reason or your name.
openness-contact-help = The address to which we answer. You may leave it empty and read the answer with the receipt code.
openness-then = If the information cannot be given, we tell you why and how you get a decision that can be appealed.
openness-subject = Answer to your information request
openness-closing = If you did not get the information that you asked for, you can ask the authority for a decision on it. The decision can be appealed to the administrative court.
openness-longer = Extend the time to one month
openness-longer-text = Without an extension the request is answered within two weeks. The time can be extended once, under section 14 of the openness act.
openness-longer-ground = Ground
openness-longer-send = Extend the time
openness-longer-once = The time has been extended already, or the request has been decided.
rights-state-openness = Information request, answered within two weeks
rights-state-longer-many = There are many documents, answered within a month
rights-state-longer-secret = The documents have secret parts, answered within a month
rights-state-longer-other = Another comparable reason, answered within a month
rights-document = { $kind }, { $size } kB

# The list of disclosures
disclosures-title = Disclosures
disclosures-lead = To whom data have been disclosed, on which ground, and what. A disclosure under a law that is not on the list is approved by a second person.
disclosures-empty = There are no disclosures.
disclosures-caption = Disclosures, newest first
disclosures-when = When
disclosures-handler = Proposed or disclosed by
disclosures-approver = Approved by
disclosures-gone = An account that is no more
disclosures-recipient = Recipient
disclosures-ground = Ground
disclosures-reference = Provision or document
disclosures-state = State
disclosures-state-made = Disclosed
disclosures-state-proposed = Waits for a second person's approval; nothing has been disclosed
disclosures-state-approved = Approved; not disclosed yet
disclosures-state-rejected = Refused; nothing has been disclosed
disclosures-document = Open the document
disclosures-second = A second person's check
disclosures-own = You proposed this disclosure yourself, so somebody else approves it.
disclosures-decision = Does the provision give the recipient a right to these data?
disclosures-approve = Yes, the disclosure is approved
disclosures-reject = No, the disclosure is refused
disclosures-decide = Save the decision
rights-desk-words = In the requester’s own words
rights-desk-back = Back to requests
rights-desk-erased = No message was sent to whoever made the request. The receipt code of the data tells that they have been erased. Among the decided requests a row without personal data stays.
rights-matched-title = Matched with these data
rights-address-same = The request has the same email address as the data. The address was typed by the sender and is not proved.
rights-address-other = The email address of the request is not in these data. Make sure that the data belong to whoever made the request.
rights-address-none = The request has no email address that could be compared with the data
rights-unmatch = Undo the match
rights-not-undone = The match can no longer be undone. The request has been decided, or the person made or confirmed it themselves.
rights-erasure-answer-help = Needed only if the erasure is not granted in full. No message is sent of a granted erasure: the receipt code tells whoever made the request that the data have been erased.
rights-answer-missing = Write an answer to whoever made the request.
rights-confirm-title = Erase these data?
rights-confirm-erase = Erase the data for good
rights-confirm-back = Back to the request, nothing is erased
rights-confirm-unsent = The answer that you wrote is neither sent nor kept.
rights-erasure-untold = No message is sent to whoever made the request. The receipt code of the data tells that they have been erased. If they have no code, tell them of the erasure yourself before their contact details are erased.
rights-remains = Only this row is left of the request. It holds no personal data.
rights-saved = Your correction has been saved

rights-consent-withdrawn = Withdrawn { $when }
rights-consent-receipt = Save the consent receipt

# Whoever made a request
rights-mine-code = Read the answer with the request’s receipt code, too
rights-mine-code-text = Give the receipt code that you got when you made this request. It shows that you made the request. After that you see the answer with the code and, if you asked for your data and that is granted, the copy as well. Do not give a code if you did not make the request yourself.
rights-mine-code-submit = Link the code to the request
rights-mine-code-wrong = This is not the receipt code of this request. Check that every character is right.
rights-mine-code-given = You see the answer with the request’s receipt code, too.
rights-answered = Given
rights-request-code-slip = With the code you see your request. You see the answer with it once we know who you are.
rights-request-answered = The answer comes to the address that you gave, and you see it with this code on the page Your data, too.
rights-request-no-address-words = You gave no address, so we cannot send an answer. It is seen with this code once staff have made sure who you are. If you have the receipt code of your data or gave an address earlier, make the request again with it, or contact the data protection officer and tell the number of the request.
rights-request-post = The answer is sent to the address that you gave. Staff find out whose data are meant. Nothing is erased before it is certain that the data are yours. So nobody can erase the data of another.
rights-request-behalf = We first check that you may act for the other person. Before that we tell and do nothing. You see the answer with this code once your right has been checked and the request decided.
rights-request-no-mandate = The request had no proof of your right. Send it by post and tell the number of the request.
rights-request-behalf-mail = If their email address is in the register, we ask that address whether the request is theirs. If they confirm it, the answer goes to them alone.
