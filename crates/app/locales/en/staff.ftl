# Accounts: fields and faults
staff-username = Username
staff-username-help = Lower-case letters, digits, full stops and dashes, 2 to 40 characters. For example firstname.lastname.
staff-name = Name that colleagues see
staff-passphrase = Password
staff-passphrase-again = Password once more
staff-passphrase-help = At least { $least } characters. Four words that are rarely seen together make a good password. A password manager makes and remembers one for you.
staff-passphrase-short = The password must have at least { $least } characters.
staff-passphrase-guessed = This password is easy to guess. Choose one without names, common sayings or characters in a row.
staff-passphrase-differs = The passwords are not the same.

fault-username-form = A username can have lower-case letters, digits, full stops and dashes, 2 to 40 characters.
fault-username-taken = This username is taken. Choose another.
fault-roles-unknown = Choose at least one role. This notice has: { $roles }.
fault-roles-beyond-own = You cannot give roles that open more than your own, nor make a link to such an account. Ask somebody who has these roles, or the operator of the server (the command seloste user).
fault-link-used-title = The link no longer works
fault-link-used = The link has been used or is too old.
fault-link-used-next = A link works once and for one day. Ask whoever manages accounts for a new one.
fault-account-closed = The account is closed. Open it again first.
fault-account-not-closed = The account is not closed.
fault-second-factor-first = Set up confirmation of sign-in first.

staff-passphrase-current = Present password
staff-passphrase-wrong = The password is wrong.
staff-roles = Roles
staff-email = Work email
staff-state = State
staff-state-invited = Invited
staff-state-open = In use
staff-state-closed = Closed
staff-second-factor = Two-step sign-in
staff-second-factor-none = Not in use
staff-second-factor-app = Authenticator app
staff-second-factor-passkey = Passkey
staff-second-factor-both = Authenticator app and passkey
staff-code = Confirmation code
staff-code-help = The six digits in the authenticator app, or one of your recovery codes.
staff-code-wrong = The code is wrong, too old or used already. Wait until the app shows a new one.

fault-no-such-user = There is no such username.
fault-own-account = You cannot close or reset your own account. Ask another administrator.
fault-last-manager = The account cannot be closed or changed so, since nobody would manage accounts any more.
fault-passkey = The passkey was not recognised.
fault-passkey-next = Try again, or sign in with your password and a confirmation code.
fault-passphrase-wrong = The password is wrong.
fault-second-factor-promised = The privacy notice promises that signing in is confirmed. The last way cannot be removed; set up another first.

cli-user-link = Give this link to the owner of the account by a safe way. It works once and for { $hours } hours: { $address }
cli-user-none = There are no accounts.
cli-user-roles = The roles of { $username } are changed and the sessions ended.
cli-user-closed = The account { $username } is closed and its sessions ended.
