# Texts that all forms share
form-consent-help = Tick this only if you leave contact details. Without consent they are not stored.
form-consent-by-code = Tick this if you want an answer. You read it with the receipt code that you get once you have sent. Without your consent the feedback is not answered.
form-consent-missing = Give your consent or clear the contact details: without consent they may not be stored.
form-consent-to-nothing = You gave your consent but wrote no contact details. Write them if you want an answer, or remove the tick.

# The feedback form
feedback-title = Give feedback
feedback-lead = Tell us what works and what does not. You need no account, and you need not say who you are.
feedback-answer-by-code = The service sends no email, so no address is asked. Answers are read with the receipt code.
feedback-send = Send feedback
feedback-notice-changed = The privacy notice has changed since you opened the form. Read it again, give your consent if needed, and send your feedback.
fault-notice-changed = The privacy notice has changed since the version under which the request was made. Read the one in force and send again.
feedback-short-title = How we handle your feedback
feedback-short-who = The controller is { $controller }. Feedback is stored in the register { $register }.
feedback-short-keep = Your feedback is erased after { $period }.
feedback-short-rights = When you have sent it you get a receipt code. With it you can see and erase your feedback at any time.
feedback-short-link = Read the whole privacy notice
feedback-earlier-title = Erase your earlier feedback or withdraw your consent
feedback-earlier-text = You can erase your feedback or withdraw your consent at once with the receipt code, or ask us to do it.
feedback-earlier-code = I have a receipt code: I erase the feedback or withdraw the consent myself
feedback-earlier-request = I have no code: I ask for erasure
feedback-earlier-withdraw = I have no code: I withdraw my consent

# Receipt
feedback-receipt-title = Your feedback has been received
feedback-receipt-good = Thank you for your feedback
feedback-receipt-thanks = Those who handle feedback can now read it.
feedback-receipt-masked = An identity code was hidden
feedback-receipt-masked-text = Your message had something that looks like a personal identity code. We hid it before storing the message, and it is not kept.
feedback-receipt-code = Your receipt code
receipt-keep = Write the code down or print this page. You can reload the page for { $minutes } minutes; after that the code cannot be shown again.
receipt-copy = Copy the code
receipt-copied = The code is copied
feedback-receipt-over = Your feedback has already been received, but its receipt code cannot be shown any more. If you did not write it down, you can ask for erasure by a data protection request.
feedback-receipt-number = Number of the feedback
feedback-receipt-sent = Sent
feedback-receipt-due = To be erased
feedback-receipt-can = What you can do with the code
feedback-receipt-can-text = You see everything kept about your feedback, who has looked at it and what was answered. You can correct or erase the data, restrict their use, take them with you or withdraw your consent.
feedback-receipt-own = Open your data
feedback-complaint = If you are not satisfied
feedback-complaint-text = You may complain about how your data are handled to the supervisory authority:

# Inbox
feedback-state-new = New
feedback-state-open = In progress
feedback-state-answered = Answered
feedback-state-closed = Done
inbox-title = Incoming feedback
post-held = Answers are waiting to be sent
post-held-text = The mail server has not taken { $count } answers, or there was no encrypted connection to it. They are tried again.
post-failed = The answer did not arrive by email
post-failed-text = The mail server refused the answer. If something was wrong with the address or the server and is now mended, send the answer again. Otherwise hand it over in another way: it can also be read with the receipt code.
post-failed-count = { $count ->
    [one] The mail server refused one answer. Send it again once the fault is mended, or hand it over in another way.
   *[other] The mail server refused { $count } answers. Send them again once the fault is mended, or hand them over in another way.
}
post-again = Send again
post-again-done = The answer is being sent again
post-nothing-failed = No answer here waits to be sent again. Perhaps it has been sent already.
post-number = Number { $number }
inbox-table = Feedback
inbox-col-number = Feedback
inbox-col-sent = Sent
inbox-col-state = State
inbox-col-theme = Theme
inbox-col-message = Beginning of the message
inbox-number = No. { $number }
inbox-any = All
inbox-from = Received on or after
inbox-until = Received on or before
inbox-turned = The last day is before the first.
inbox-empty = No feedback was found.
inbox-all = Show all
inbox-waiting = Waiting (new and in hand)
inbox-search-title = Search the messages
inbox-search = Word
inbox-search-help = The text of the messages is searched. Names and addresses cannot be searched.
inbox-search-submit = Search
inbox-export = Export the texts to a file

# One feedback
item-title = Feedback { $number }
item-message = Message
item-contact = Contact details
item-contact-closed = Only a feedback handler sees them.
item-contact-consent = The sender wants an answer and has given consent.
item-contact-unasked = The sender has not asked for an answer nor consented to one, so the feedback is not used for answering.
item-contact-none = The sender has left no email address. They read the answer with their receipt code.
item-reply = Answer
reply-state-queued = Going out by email
reply-state-sent = Sent by email
reply-state-held = Waiting: the mail server did not take it. It is tried again.
reply-state-by-receipt = Can be read with the receipt code
item-more = Other actions
item-convert-text = If the sender asks in the message to have their data erased, make it a request. Its time limit runs from the day the feedback came.
item-convert = Make an erasure request
item-disclose = Disclose this feedback to an outside party
item-erase = Erase this feedback
item-looks = Who has looked

answer-title = Answer
answer-submit = Send the answer
answer-by-mail = The answer goes by email to the address that the sender has left, and nowhere else. It is erased together with the feedback.
answer-no-mailer = Mail is not in use. The sender can read the answer with the receipt code. It is erased together with the feedback.
answer-by-receipt = The sender has left no address. They can read the answer with the receipt code. It is erased together with the feedback.
classify-title = Classify
classify-submit = Save

erase-title = Erase feedback
erase-text = These data are erased for good. What is erased cannot be brought back.
erase-changed = The data have changed since you opened the page. Check what is erased now.
erase-step-remove = is erased
erase-step-keep = is kept, ground:
erase-submit = Erase for good
erase-back = Do not erase
convert-text = The sender asked for erasure of their data in feedback { $number }.
convert-title = Erasure request
convert-done = The request has been recorded
convert-done-text = The time limit is { $due }, counted from the day the feedback came. The data are erased by then even if nobody does anything.
convert-done-open = The time limit is { $due }, counted from the day the feedback came. Nothing is erased before the request is decided.
convert-back = Back to the feedback

# Disclosures
disclose-title = Disclose data to an outside party
disclose-lead = Data are disclosed only with consent of the person, or of somebody the person has authorised, or under the law. The disclosure is recorded and the person sees it among their own data.
disclose-recipient = To whom
disclose-recipient-help = The list holds those whom the privacy notice names. Nothing is disclosed to others.
disclose-recipient-other = Somebody else (not in the privacy notice)
disclose-called = Name of the recipient
disclose-called-help = Needed when you chose a class of recipients. The person sees the name among their own data.
disclose-called-missing = Write who receives the data.
disclose-purpose = For which purpose
disclose-purpose-help = For a forbidden purpose nothing is disclosed, not even with consent.
disclose-purpose-own = A task of the recipient's own
disclose-purpose-forbidden = { $name } (forbidden)
disclose-purpose-direct-marketing = Direct marketing
disclose-purpose-market-research = Market or opinion research
disclose-purpose-directory = Directory of people
disclose-purpose-genealogy = Genealogy
disclose-ground = Ground
disclose-ground-consent = The person's own consent
disclose-ground-mandate = Consent of somebody whom the person has authorised, with a document that shows it
disclose-ground-listed = A right under the law to obtain the data (on the list)
disclose-ground-statute = Another law
disclose-ground-statute-help = A second person checks the provision before the data may be disclosed.
disclose-checked = I have opened the document and checked that the mandate is in force and covers this disclosure.
disclose-statute = Provision from the list
disclose-statute-help = Needed when the ground is on the list.
disclose-request = Number of the information request
disclose-request-help = Needed for a disclosure under the openness act. Record the request first, so that its time starts to run.
disclose-request-named = information request { $number }
disclose-request-unknown = There is no open information request of this number.
disclose-reference-missing = Tell what shows the consent.
disclose-document-missing = Attach the document that shows the mandate.
disclose-checked-missing = Check the mandate and tick the box.
disclose-statute-missing = Choose the provision.
disclose-request-missing = Write the number of the information request.
disclose-act-missing = Write the name and number of the act.
disclose-section-missing = Write the section.
disclose-waits = The disclosure waits for a second person's approval
disclose-waits-text = The data may not be disclosed yet. When a second person has approved it, you can hand over the data on the page where you proposed it.
disclose-state-proposed = A disclosure waits for a second person's approval.
disclose-state-approved = A second person has approved a disclosure.
disclose-hand-over = Hand over the approved data
disclose-reference = Reference of the consent
disclose-reference-help = The document that shows the consent. Needed when the ground is the person's own consent.
disclose-act = Act
disclose-act-help = Name and number. Needed when the ground is another law.
disclose-section = Section
disclose-section-help = For example § 11. Needed when the ground is another law.
disclose-requester = Who asked for the data
disclose-requester-help = Office or unit and their reference, not the name of the official. Needed when the notice demands it of this recipient.
disclose-requester-missing = Write who asked for the data. The privacy notice promises that it is recorded.
disclose-matter = In which matter
disclose-matter-help = For example which kind of crime is suspected. Needed when the notice demands it of this recipient.
disclose-matter-missing = Write in which matter the data are asked for. The privacy notice promises that it is recorded.
disclose-urgency = Why the disclosure cannot wait
disclose-urgency-help = Write this only where somebody's life or health is in danger and the notice lets data go at once. A second person checks the disclosure afterwards.
disclose-items = What is disclosed
disclose-submit = Record the disclosure
disclose-done = The disclosure has been recorded
disclose-done-text = You may now hand over the data below.
disclose-done-mark = Write the mark of the disclosure, { $mark }, with the data. By it the recipient finds them, should they later be corrected, erased or restricted.
export-title = Export the texts of feedback
export-lead = The file has the texts of all feedback without contact details. Exporting is a disclosure: tell to whom and on which ground. From then on the recipient answers for the data.
export-submit = Record the disclosure and download the file
export-items = Text of the feedback

# Mail
mail-notify-subject = New feedback
mail-notify-body = New feedback has come. Open it here:
    { $link }
mail-answer-subject = Answer to your feedback
mail-answer-hello = Hello!
mail-answer-hello-name = Hello { $name }!
mail-answer-body = { $hello }

    { $answer }

    Kind regards,
    { $controller }

    --
    You got this message because you sent feedback ({ $register }) and asked for an answer. Your address is used for nothing else.
    You see and erase your data with your receipt code: { $own }
    In data protection matters you may write to { $officer }
answer-done = Your answer has been saved
classify-done = The classification has been saved

feedback-consent-text = The consent receipt is a file with which you can show later what you agreed to and when. It holds neither your name nor anything else about you. You can withdraw your consent here, or later with your receipt code.
feedback-consent-withdrawn = The data that rested on your consent alone have been erased. When you check your consent receipt, you see when you withdrew the consent. If the law or a hold keeps some of them, you see it among your data.
