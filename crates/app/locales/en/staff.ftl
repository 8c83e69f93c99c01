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
fault-link-used = The link has been used or is too old.
fault-link-used-next = A link works once and for one day. Ask whoever manages accounts for a new one.
fault-account-closed = The account is closed. A closed account is not opened again; make a new one.
fault-second-factor-first = Set up confirmation of sign-in first.
