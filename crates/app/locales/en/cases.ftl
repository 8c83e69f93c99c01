# Data protection request: the form
rights-text-help = You need not give reasons. If you object to the use of your data, tell us what in your situation speaks against it; direct marketing you can forbid without reasons.
rights-behalf-help = No signature is needed. If you act for somebody else, we check your right to do so before we tell or do anything.
rights-subject-help = Fill in only if you ask for somebody else: their email address or something else by which we find the right data. Do not write an identity code.
rights-mandate-help = Fill in only if you ask for somebody else. PDF, PNG or JPEG, at most 2 MB. You can also send the proof by post.
rights-mine-behalf = Somebody has made this request on your behalf. If you confirm it, it is answered to this address alone.
rights-link-behalf = { $asked } (made on your behalf)

# Handling requests: for somebody else
rights-mandate-left = The document could not be taken
rights-mandate-left-text = Your request is recorded without the document, because the room for attachments is full. Send the document by post and give the number of the request.
rights-mandate-title = Right to act for somebody else
rights-mandate-open = Open the proof
rights-reply-open = Open the document that came with the answer
rights-mandate-text = Look at the proof and confirm that whoever asked may act for the person. Nothing is told or done before that.
rights-mandate-none = The request holds no proof. Ask for it below, or make sure of the right in another way: the custody of a child can be checked in the population register. Nothing is told or done before the right has been checked.
rights-mandate-still-none = The request holds no proof. Make sure of the right in another way: the custody of a child can be checked in the population register. If you cannot, refuse the request and give the ground.
rights-mandate-seen = I have checked that they may act for the person
rights-mandate-checked = The right to act for somebody else has been checked
rights-mandate-first = Check first that whoever asked may act for the person.
rights-mandate-no = The right has been checked already, or the request is made for oneself.

# Handling requests: the time limit
case-law-day = The law's time limit ends
case-clock-stands = The clock has stood still since { $date }, until whoever asked answers, at most until { $until }
case-unanswered = The question was not answered
case-unanswered-text = The time to answer has ended and the clock runs again. Decide the request on what is known. If you cannot make sure whose data it is about, or whether whoever asked may act for another, refuse it: the letter tells the ground and where to complain.
case-question-back = The decision takes the question back
case-question-back-text = If whoever asked has not answered before the decision, no answer is taken any more. The receipt code of the request then tells that no answer is needed. The decision itself it does not show, unless whoever asked has shown who they are.
case-question-taken = The question was taken back when the request was decided
case-answer-came = Whoever asked has answered the question since you opened the page. Nothing has been decided or sent. Read the answer, then decide.
rights-state-identifying = Waits for information about whoever asked
rights-state-extended-complex = Time extended: the matter is complex
rights-state-extended-many = Time extended: the requests are many
case-extend = Extend the time by two months
case-extend-text = The time can be extended once, and the reasons must be told to whoever asked within the first month. You see the letter before it goes.
case-extend-send = Extend the time and send the letter
case-extend-ground = Why the time is extended
case-extend-reasons = The reasons, for whoever asked
case-extended = The time has been extended. The letter is below.
case-not-extended = The time cannot be extended. It has been extended already, the last day has passed, the request no longer waits for a decision, or the notice promises an answer sooner.
case-ask = Ask for what identification needs
case-ask-mandate = Ask for proof of the right to act for another
case-ask-text = Ask only for what the request cannot be answered without. Whoever asked can answer for a month, and the clock stands still meanwhile. If no answer comes, the clock goes on and the request is decided. You can ask once. You see the letter before it goes.
case-ask-mail = The question goes by email to the address to which the request is answered.
case-ask-code = The question does not go by email: whoever asked sees it only when they open the request with its receipt code. If you know another way to reach them, tell them of the question in that way, too.
case-ask-reaches-nobody = Nothing can be asked with this form, because the question cannot be sent by email and no receipt code shows it. The clock goes on.
case-ask-question = What you need from whoever asked
case-ask-send = Stop the clock and send the letter
case-asked = Information has been asked for, and the clock stands still. The letter is below.
case-not-asked = Information cannot be asked for or noted as received. Whoever asked is known already, the answer has come already, or the last day has passed.
case-answered = Note that the information has come
case-answered-text = Use this when the answer came otherwise than through the service. The clock goes on from the day on which it came.
case-answered-day = When the answer came
case-answered-future = The day cannot be in the future.

# Handling requests: owner and notes
case-owner = Owner
case-owner-none = Nobody yet
case-owner-take = I take care of it
case-owner-set = Change the owner
case-owner-text = The owner sees to it that the request is answered in time.
case-list-mine = Mine
case-list-late = Late
case-notes = Notes
case-notes-text = Only those who handle requests see these. They are not in the copy that the person downloads, but they are personal data of theirs: if the person asks for them, give them or tell the ground. They are erased with the request.
case-note-write = Write a note
case-note-help = Write only what the person can read. The reasons on which the answer rests belong in the answer.

# Handling requests: decision and letter
case-decide-look = See the letter
case-words-help = Added to the letter as it is. Needed when the ground alone does not explain it, or when the letter does not otherwise tell what was done. If no data were found, or whoever asked could not be identified, the ground is enough.
case-ground-help = Needed when the request is not granted in full.
case-ground-other-right = This ground cannot be used for this request. Choose another.
case-nothing-goes = Nothing can be erased, because all the data are kept on a ground laid down by law. Refuse the request and tell the ground.
case-preview-title = The letter before it is sent
case-preview-change = Change or send
case-preview-mail = The letter goes by email and is shown to whoever asked by their receipt code.
case-preview-mail-only = The letter goes by email. Nobody sees it by a receipt code, because it is not known who holds the code.
case-preview-mail-data = The letter goes by email and is shown by the receipt code of the data with which the request has been matched. The code of the request itself does not show it.
case-preview-data = The letter is shown by the receipt code of the data with which the request has been matched. The code of the request itself does not show it. Send it by post if needed.
case-preview-code = The letter is shown to whoever asked by their receipt code. You can also send it by post.
case-preview-post = Send the letter by post. Nobody sees it by a receipt code, because it is not known who holds the code.
case-preview-own-mail = The service sends no email. Send the letter from your own mail program to { $address }: otherwise it reaches nobody. Nobody sees it by a receipt code, because it is not known who holds the code.
case-preview-not-theirs = It is not known whether the address in the request is that of the person with whom the request has been matched. Send the letter only to an address that you know to be theirs: otherwise it does not reach them. Nobody sees it by a receipt code, because it is not known who holds the code.
case-preview-nobody = The letter reaches nobody: the request has no address, and nobody sees it by a receipt code, because it is not known who holds the code. Give the letter to whoever asked, if they contact you.
case-sent-by-hand = The letter has not been sent yet
case-preview-paper = The letter is neither sent nor kept. Print it or tell it, if whoever asked has no receipt code.
case-preview-send = Decide and send the letter
case-preview-back = Back to the request, nothing is sent
case-letter = Letter
case-letter-pdf = Download the letter (PDF)

# Letters
letter-file-name = answer
letter-asked =
    Request number { $number }, received { $date }
    { $asked }
letter-decided = Decision of { $date }: { $decision }
letter-decision-granted = we grant your request.
letter-decision-partly = we grant your request in part.
letter-decision-refused = we do not grant your request.
letter-extended-title = We need more time
letter-extended = We cannot answer your request within a month: { $why }. On { $now } we extend the time by two months (Article 12(3) of the General Data Protection Regulation). We answer by { $until } at the latest.
letter-extended-complex = the matter is complex
letter-extended-many = the requests are many
letter-identify-title = We need to know more about you
letter-identify = We cannot tell which data are yours, and so on { $now } we ask for further information (Article 12(6) of the General Data Protection Regulation). We need neither a signature nor an identity code. The clock stands still until you answer.
letter-mandate-title = We need proof of your right to act for another
letter-mandate = We have not been able to make sure that you may act for the person whose data the request is about. So on { $now } we ask for further information (Article 12(6) of the General Data Protection Regulation). Any document will do that shows your right. The clock stands still until you answer.
letter-reply-title = How to answer
letter-reply = Answer by { $until }. Open the page of your own data with the receipt code of this request: there you can write your answer and attach proof. You can also answer to the data protection officer; tell the number of the request then. If we get no answer, the clock goes on and we decide the request on what we have.
letter-reply-officer = Answer the data protection officer by { $until } and tell the number of the request. If we get no answer, the clock goes on and we decide the request on what we have.
letter-done-title = What we did
letter-done-access = A copy of your data is ready. You can see and download it on the page Your data with your receipt code for as long as the data are kept.
letter-granted-access = You get a copy of your data.
letter-granted-portability = You get your data as a machine-readable file.
letter-copy-request = You can see and download the data on the page Your data with the receipt code of this request until { $until }.
letter-copy-data = You can see and download the data on the page Your data with the receipt code of the data themselves, for as long as the data are kept. The receipt code of this request does not show them.
letter-copy-nothing = You can see and download the data on the page Your data with the receipt code of the data themselves, for as long as the data are kept. The receipt code of this request does not show them yet. If you do not have the code of the data, show staff who you are and tell the number of the request: after that the receipt code of the request shows them for { $days } days.
letter-done-erasure = Your data have been erased. What has been erased cannot be brought back.
letter-done-erasure-part = These data have been erased. What has been erased cannot be brought back. What stays, and why, is told below.
letter-done-erasure-nothing = There were no data about you to erase.
letter-done-restriction = The use of your data has been restricted. The data are kept, but used for nothing but serving your rights. We tell you before the restriction is lifted.
letter-done-objection = Your data are no longer used for the purposes that you objected to.
letter-done-marketing = Your data are not used for direct marketing, nor disclosed for it.
letter-done-portability = Your data are available as a machine-readable file on the page Your data, where you download it with your receipt code for as long as the data are kept.
letter-done-withdraw-consent = Your consent has been withdrawn. The data that rested on it alone have been erased. If the law or a hold requires some of them to be kept, they are no longer used, and are erased by themselves when the ground ends.
letter-done-human-review = A person has looked at the automated decision again.
letter-review-stands = { $what }: a program decided “{ $was }” on { $date }. A human has looked at the decision, and it stands.
letter-review-changed = { $what }: a program decided “{ $was }” on { $date }. A human has changed the decision: { $is }.
letter-stays-title = What stays, and why
letter-stays = These data are still kept, because the law or a pending matter requires it. They are erased when the ground ends.
letter-stays-until = { $what }: { $why }, until { $until } at most
letter-stays-open = { $what }: { $why }, until the ground ends
letter-ground-title = Why we do not grant it in full
letter-ground-law = Ground: { $law }.
letter-words-title = In addition
letter-question-title = What we need from you
letter-officer = Ask further: { $officer }, { $where }
letter-complaint =
    If you disagree, you can complain about the handling of your data to the supervisory authority:
    { $authority }, { $postal } (visits { $visiting }), { $site }, { $email }, { $phone }
letter-court = You can also take the matter to court (Article 79 of the General Data Protection Regulation).

# Alarm
late-subject = { $count ->
    [one] The time limit of data protection request { $numbers } has passed
   *[other] The time limit of data protection requests { $numbers } has passed
}
late-body =
    Not answered in time: { $count ->
        [one] data protection request { $numbers }
       *[other] data protection requests { $numbers }
    }. The service tells so publicly: the promise is not kept.

    Open the list: { $desk }

    A reminder is sent at most once a day until the requests are decided.
late-banner = { $count ->
    [one] The time limit of data protection request { $numbers } has passed.
   *[other] The time limit of data protection requests { $numbers } has passed.
}

# Command line
cli-case = { $number }  { $asked }  arrived { $arrived }  due { $due }  { $state }
cli-case-late = { $number }  { $asked }  arrived { $arrived }  due { $due }  LATE  { $state }
cli-case-goes = Records that go: { $count }
cli-case-dry = Nothing was done or sent.
fault-case-unknown = There is no request { $number }, or it has been matched with a person's own request.

# Whoever made a request
rights-maker-title = Who made the request?
rights-maker-text = The request’s receipt code shows only that somebody made the request. So the decision, the letter and the data cannot be seen with it. Press when you have made sure in another way that whoever made the request is the person whose data it is about, for example by an identity document shown at a visit. An address, or knowing one, is not enough. The press stays in the log and can be taken back only by undoing the match.
rights-maker-known = I have made sure who made the request
rights-maker-shown = Whoever made the request sees the decision with the request’s receipt code
rights-maker-keeps = Whoever made the request restricted the use of their own copy on { $since }. So the copy does not go on { $day }, but stays until they end the restriction or erase it themselves.
rights-maker-not = Whoever made the request sees the decision already, or no longer has a receipt code to see it with.
rights-none-held = Nothing is held with this email address
rights-none-held-text = The data have been erased, or there were none. Below is a decision as a proposal. Check it, and search by something else that whoever made the request has told, if needed.
rights-none-held-answer = No data are held with this address. If you gave data with another address or have their receipt code, make the request again with it.
case-preview-leaves = The letter is not sent. The person of whom something is kept sees by the receipt code of the data what was erased, what stays, on which ground and until when, and how to complain. The code of the request itself does not show it. Print the letter or tell of it, if the person does not have the code of the data.
letter-own-page = The page Your data: { $page }
letter-erasure-proof = Proof of the erasure in the ledger: { $entries }

case-target = Target { $date }
case-target-passed = The target { $date } has passed

# Target time
target-near-subject = The target for data protection request { $number } is { $date }
target-near-body =
    Data protection request { $number } has not been decided yet. It is meant to be decided by { $date }.

    Open the requests: { $desk }
target-passed-subject = The target for data protection request { $number } passed on { $date }
target-passed-body =
    Data protection request { $number } was not decided by its target. The promised time still runs.

    Open the requests: { $desk }

# Decided requests of a period
decided-figures-title = Decided requests
decided-figures-lead = Requests by the day of their decision, and how soon each right was met.
decided-figures-from = From
decided-figures-to = To
decided-figures-link = Decided in a period, with figures
decided-figures-file = Download as a table (CSV)
decided-figures-by-right = By right
decided-figures-count = Requests
decided-figures-median = Days, median
decided-figures-longest = Days, longest
decided-figures-in-time = In time
decided-figures-all = In all
decided-figures-list = Decided, newest first
decided-figures-days = Days
decided-figures-late = late
decided-figures-empty = No request was decided in that time.
