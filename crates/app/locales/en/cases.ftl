# Data protection request: the form
rights-text-help = You need not give reasons. If you object to the use of your data, tell us what in your situation speaks against it; direct marketing you can forbid without reasons.
rights-behalf-help = No signature is needed. If you act for somebody else, we check your right to do so before we tell or do anything.
rights-subject-help = Fill in only if you ask for somebody else: their email address or something else by which we find the right data. Do not write an identity code.
rights-mandate-help = Fill in only if you ask for somebody else. PDF, PNG or JPEG, at most 2 MB. You can also send the proof by post.
rights-mine-behalf = On { $date } somebody asked on your behalf: { $asked }. If you confirm the request, it is answered to you alone.
rights-link-behalf =
    Somebody has made a data protection request on your behalf: { $asked }.

    If you asked them to, open the link. There you are asked once more whether the request is yours. The link works once and for one day:

    { $links }

    If you did not, you need not do anything. Your data are neither changed nor erased.

    { $controller }

# Handling requests: for somebody else
rights-mandate-title = Right to act for somebody else
rights-mandate-open = Open the proof
rights-mandate-text = Look at the proof and confirm that whoever asked may act for the person. After that you can match the request with the person's data.
rights-mandate-none = The request holds no proof. Ask for it, or make sure of the right in another way: the custody of a child can be checked in the population register. After that you can match the request with the person's data.
rights-mandate-seen = I have checked that they may act for the person
rights-mandate-checked = The right to act for somebody else has been checked
rights-mandate-first = Check first that whoever asked may act for the person.
rights-mandate-no = The right has been checked already, or the request is made for oneself.
