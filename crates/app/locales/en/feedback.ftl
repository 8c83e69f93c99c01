# Texts that all forms share
form-consent-help = Tick this only if you leave contact details. Without consent they are not stored.
form-consent-missing = Give your consent or clear the contact details: without consent they may not be stored.

# The feedback form
feedback-title = Give feedback
feedback-lead = Tell us what works and what does not. You need no account, and you need not say who you are.
feedback-send = Send feedback
feedback-short-title = How we handle your feedback
feedback-short-who = The controller is { $controller }. Feedback is stored in the register { $register }.
feedback-short-rights = When you have sent it you get a receipt code. With it you can see and erase your feedback at any time.
feedback-short-link = Read the whole privacy notice
feedback-earlier-title = Erase your earlier feedback
feedback-earlier-text = You can erase your feedback at once, or ask us to erase it.
feedback-earlier-code = I have a receipt code: I erase the feedback myself
feedback-earlier-request = I have no code: I ask for erasure

# Receipt
feedback-receipt-title = Your feedback has been received
feedback-receipt-good = Thank you for your feedback
feedback-receipt-thanks = We read all feedback.
feedback-receipt-masked = An identity code was hidden
feedback-receipt-masked-text = Your message had something that looks like a personal identity code. We hid it before storing the message, and it is not kept.
feedback-receipt-code = Your receipt code
feedback-receipt-keep = Write the code down or print this page. The code cannot be shown again.
feedback-receipt-number = Number of the feedback
feedback-receipt-sent = Sent
feedback-receipt-due = Erased
feedback-receipt-can = What you can do with the code
feedback-receipt-can-text = You see everything kept about your feedback, who has looked at it and what was answered. You can correct or erase the data, restrict their use, take them with you or withdraw your consent.
feedback-receipt-own = Open your own data
feedback-complaint = If you are not satisfied
feedback-complaint-text = You may complain about how your data are handled to the supervisory authority:
