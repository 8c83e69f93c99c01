# Console
console-nav-sign-in = Sign in
console-nav-feedback = Feedback
console-nav-requests = Requests
console-nav-disclosures = Disclosures
console-nav-holds = Holds
console-nav-promises = Promises
console-nav-users = Users
console-nav-own = Own account
console-sign-in-title = Sign in to the console
console-sign-in = Sign in
console-sign-in-wrong = The username or the password is wrong.
console-sign-in-lost = If you cannot sign in, ask whoever manages accounts for a new link. Email is not used to recognise you.
console-sign-out = Sign out

console-lapsed = Your sign-in has ended
console-lapsed-text = A session ends when the service has not been used for a while, so that a machine left open does not let others in. Sign in again and you will come back to the same page.
console-lapsed-times = See how long a session lasts
console-late-lead = The form was neither stored nor sent. The text that you wrote is still on this page.
console-late-text = The text that you wrote
console-late-how = Sign in again, copy the text from this page and paste it into the form. The service does not keep the text, so do not close this page before that.
console-late-sign-in = Sign in (opens in a new tab)

console-front-lead = Hello, { $name }.
console-start-title = Make the first account
console-start-lead = With this account you can invite others, handle requests and answer feedback. This page works once.
console-start-submit = Save and sign in
console-start-contact = The notice names the account { $user } as its contact person, so it is filled in. Keep it if you are that person. If you choose another, change contact user in the notice, too: else the promise about the contact person is not kept. Small letters, digits, dots and hyphens, 2–40 characters.
console-invited-title = Choose a password
console-invited-lead = Your username is { $username }. This page works once.

console-second-title = Confirm signing in
console-second-submit = Confirm
console-second-demo = This is a demonstration
console-second-demo-code = The authenticator app would now show the code { $code }. In a real service the code is in the app only.
console-second-demo-wait = You have used all the codes that are good at this moment. Wait half a minute and load the sign-in page again.

console-own-passphrase = Change password
console-own-passphrase-lead = When the password changes, all your other sessions end.
console-own-second-factor = Two-step sign-in
console-own-sessions = Sessions
console-own-sessions-caption = Your open sessions. Neither place nor device is stored.
console-session-begun = Began
console-session-used = Last used
console-session-ends = Ends at the latest
console-session-do = Action
console-session-this = This session
console-session-end = End

console-factor-needed = Set up confirmation of sign-in first
console-factor-needed-why = The privacy notice promises that staff sign in by two means: a password and a confirmation. The other pages open when the confirmation is set up.
console-factor-app-title = Authenticator app
console-factor-app-what = An app in your phone or password manager that shows a code of six digits. Works in every browser.
console-factor-app = Set up the app
console-factor-app-again = Change the app
console-factor-step-app = Open the authenticator app and choose to add an account.
console-factor-step-scan = Scan the picture below. If that does not work, type the key by hand.
console-factor-step-code = Type the code that the app shows.
console-factor-picture = A picture that the authenticator app reads. The same key stands below in letters.
console-factor-secret = The key in letters
console-factor-code-help = The six digits that the app shows now.
console-factor-save = Set up
console-factor-done = Two-step sign-in is set up
console-factor-codes = Recovery codes
console-factor-codes-what = Keep these ten codes in a safe place. If the phone is lost, each works once instead of a confirmation code. They are not shown again.
console-factor-copy = Copy the codes
console-factor-print = You can print this page as well.
console-factor-saved = I have saved the codes
console-factor-go-on = Go on to the console
console-factor-remove = Remove confirmation of sign-in
console-factor-remove-what = The app, the recovery codes and the passkeys are removed. After that you sign in with the password alone.

console-passkey-sign-in = Sign in with a passkey
console-passkey-failed = There was no passkey. Try again or use the password.
console-passkey-title = Passkey
console-passkey-what = A key in your device, security key or password manager with which you sign in without a password. It works on this site only, so it cannot be given to a false one.
console-passkey-no-name = Passkeys cannot be used because the service has no network name. The operator gives it in the setting public-url.
console-passkey-no-script = A passkey needs JavaScript. The authenticator app works without.
console-passkey-name = Name of the key
console-passkey-name-usual = Own device
console-passkey-add = Add a passkey
console-passkey-own = Your passkeys
console-passkey-added = Added
console-passkey-remove = Remove

console-users-caption = Staff accounts
console-users-invite = Invite a user
console-users-invite-lead = Whoever is invited chooses their own password by a one-time link.
console-users-invite-submit = Make the invitation
console-users-link-made = The link is ready
console-users-link-what = Give it to the person by a safe way. It works once and for { $hours } hours. It is not shown again.
console-users-link = Invitation link
console-users-link-title = Invitation link
console-users-back = Back to users
console-users-sessions = Open sessions
console-users-made = Made
console-users-due = Erased
console-users-roles = Roles
console-users-roles-what = Roles give access rights. When the roles change, the sessions end.
console-users-roles-save = Save the roles
console-users-own-roles = You cannot change your own roles. Ask another administrator.
console-users-own = This is your own account. It cannot be closed or reset here; ask another administrator.
console-users-do = Manage the account
console-users-do-what = A new link takes the password and the confirmations away; use it when they are lost. A closed account is erased within the time that the notice says.
console-users-end-sessions = End the sessions
console-users-relink = Make a new link
console-users-close = Close the account
console-users-reopen = Open again
console-users-reopen-what = The account is closed and will be erased in time. If you open it again it is not erased: its owner gets a new link and chooses a password from the start.

console-front-feedback = Feedback waiting
console-front-requests = Requests waiting
console-front-approvals = Disclosures that wait for a second person
console-front-recipients = Recipients to be told of a change
console-front-feedback-unsent = Answers to feedback that did not arrive
console-front-requests-unsent = Answers to requests that did not arrive
console-front-broken = Promises to put right
console-front-good = Everything is in order
console-front-nothing = Nothing is waiting for you.

console-steps = Next
console-step-invented = Write your own organisation in the notice
console-step-invented-why = The notice is public already, and names the invented organisation { $name } or its address. Write your own organisation and its contacts in the file notice.kdl and publish it (seloste publish).
console-step-words = { $count ->
        [one] Confirm one thing that only a person can answer for
       *[other] Confirm { $count } things that only a person can answer for
    }
console-step-words-why = The notice promises things that the program does not see, such as a locked server room. The promise has no cover until somebody confirms it.
console-step-recipients = { $count ->
        [one] Tell one recipient that data have changed
       *[other] Tell { $count } recipients that data have changed
    }
console-step-recipients-why = Data were corrected, erased or restricted after they had been disclosed. Two weeks have passed, and the recipient has not been told.
console-step-contact = Invite the contact person of the notice: username { $user }
console-step-contact-why = The notice names a contact person, who has no account. If it is somebody else, change contact user in the notice and publish it.
console-step-contact-closed = The account { $user } of the contact person is closed
console-step-contact-closed-why = Open it again, or change contact user in the notice and publish it.
console-step-invited = { $count ->
        [one] One invited person has not signed in yet
       *[other] { $count } invited people have not signed in yet
    }
console-step-invited-why = An invitation works for a day. Make a new link where needed.
console-step-connection = Give the service an encrypted address
console-step-connection-why = The address of the service is now { $address }, and the connection is not encrypted. Turn encryption on before others reach the service.
console-step-mail = Set up mail
console-step-mail-why = The notice says that letters leave through { $host }, but the settings have no mail server. No letter is sent.
console-step-backups = Set up backups
console-step-backups-why = If the disk breaks, everything is lost. The settings name no folder for backups.
console-step-backups-damaged = Look at the backups
console-step-backups-damaged-why = Some backups were found damaged. The command seloste backup verify tells which.
console-step-backups-others = Give the backups a folder of their own
console-step-backups-others-why = The folder in the settings has the backups of another installation, so none are made of this service. Change [backup] folder. The command seloste doctor tells which folder it is.
console-step-backups-late = Find out why a backup is missing
console-step-backups-late-why = The newest backup is more than two days old. The command seloste doctor tells the cause.

console-set-up = Setting up
console-set-up-lead = These are done on the server: open the file seloste.toml in the installation's folder, add the lines and restart the service.
console-set-up-set = The settings are in use
console-set-up-connection = Address and encryption
console-set-up-connection-what = Where a proxy does the encryption, name the address that people type and the address of the proxy itself.
console-set-up-connection-then = Put your own addresses there. The command seloste doctor tells how the settings look.
console-set-up-connection-own = Without a proxy the service encrypts by itself. Name the files of the certificate and the key then, and set address so that others reach the service.
console-set-up-mail = Mail
console-set-up-mail-what = Put your own addresses there. The same server and port must stand in the notice under recipients (host). Set public-url as well, so that links in letters lead to the right place.
console-set-up-mail-then = The command seloste doctor tries the connection, and seloste mail test sends a test letter.
console-set-up-backups = Backups
console-set-up-backups-what = Choose a folder on another disk. The service makes a backup every day, checks it and removes old ones within the time that the notice promises.
console-set-up-backups-then = The command seloste backup create makes the first one at once. Keep a copy of the root secret (keys/root.secret) in a safe place, too: without it nothing can be opened.

# Figures
figures-title = Sweeps and numbers of consents
figures-lead = These numbers stay when the personal data have been erased. There are no people in them.
figures-sweeps = Sweeps
figures-last = Latest run:
figures-no-sweeps = Nothing has been erased yet.
figures-sweeps-caption = Runs that erased something, newest first
figures-when = When
figures-records = Records erased
figures-persons = People of whom nothing is left
figures-consents = Consents
figures-no-consents = No consents have been given.
figures-consents-caption = Consents given and withdrawn, by month
figures-month = Month
figures-purpose = Purpose
figures-version = Version of the notice
figures-given = Given
figures-withdrawn = Withdrawn

fault-abroad = Your connection seems to come from outside the European Economic Area (country code { $country }). The pages of the staff open only from inside it, because the notice promises that data are not taken elsewhere.
fault-abroad-next = If you are inside the area, switch your VPN off or try another network. If the country is wrong, please tell whoever runs the service. Your address has not been stored.
fault-whence-unknown = The country of your connection could not be told. The pages of the staff open only from inside the European Economic Area, because the notice promises that data are not taken elsewhere.
fault-whence-unknown-next = Try another network, or switch your VPN off. If this happens again, ask whoever runs the service to check that the proxy says where a connection comes from. Your address has not been stored.
