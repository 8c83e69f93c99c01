# The operator's verbs: backups, keys, doctor, ledger, person, holds, forecast.
cli-backup-made = The backup has been made and checked: data { $data }, keys { $keys } (rows { $rows }, ledger entries { $entries }).
cli-backup-root = The root secret is in neither. Keep a copy of it elsewhere: without it the backup cannot be opened.
cli-backup-whole = { $folder }: whole, made { $made }.
cli-backup-damaged = { $folder }: damaged. Use another backup.
cli-backup-restored = Restored: { $records } records open, { $again } were erased again. Keys restored: { $keys }; left out as erased { $erased }, as expired { $lost }.
cli-backup-known-until = Erasures are known up to { $until }. Data erased later may have come back: erase them again.
cli-backup-back = The backup was made { $made }. The numbers below count from the beginning of that day. Persons who restricted or closed something: { $restricted }; it is closed again. Persons who asked for everything to be erased, or called it off: { $wishes }; what they said last holds. Records held or let go since: { $held }; how they stood last holds. Check the holds, and write down again what they are for where that is missing. Consents withdrawn of which a hold keeps what rested on them: { $consents }; they are withdrawn again. Accounts made, closed or changed: { $accounts }; they wait for a new link. Keys of programs and links ended: { $ended }, and all sessions. This holds up to the moment until which erasures are known. Check the accounts (seloste user list) before you confirm; only then can staff reach the data.
cli-backup-settings = The settings (seloste.toml) were taken from the backup. Check address, mail and folders before you start the service.
cli-backup-drilled = The drill succeeded: a backup was made, restored and opened, and its traces were removed.
fault-backup-where = Where should the backup go? Give the folders (--data and --keys) or add [backup] folder to the settings.
fault-backup-together = Backups of data and keys must not lie within each other. Give different folders.
fault-backup-others = The folder { $folder } has the backups of another installation. Nothing is written there, so that its list of erasures is not lost. Give this installation a folder of its own ([backup] folder, or --data and --keys).
fault-backup-none = The folder { $folder } has no backup that this program can read.
fault-backup-damaged = The backup is damaged. Use another one; nothing was changed.
fault-backup-damaged-next = The command seloste backup verify { $folder } tells what is wrong with it.
fault-backup-stranger = The backup is signed by another installation. Nothing was changed.
fault-backup-copy = The ledger could not be copied whole. Try again.
backup-wrong-unsigned = { $file }: the list is not signed with the ledger's key
backup-wrong-extra = { $file }: is not in the list of the backup
backup-wrong-changed = { $file }: its content has changed
backup-wrong-unreadable = { $file }: the file cannot be read
backup-wrong-rows = the database has { $found } rows and should have { $wanted }
backup-wrong-key = the ledger's public key is none
backup-wrong-ledger = the ledger does not agree: { $what }
fault-backup-part = The folder { $folder } is the wrong half of a backup. Give the data with --data and the keys with --keys.
fault-backup-of-two = The data and the keys are of different installations. Nothing was changed.
fault-backup-list = The file { $file } is not a list of erasures.
fault-backup-checkpoint = The file { $file } is not a signed checkpoint of this installation's ledger.
fault-backup-older-list = The list of erasures is older than the ledger's newest known checkpoint ({ $covered }/{ $known }). Restoring could bring erased data back. Give a newer list with --erasures. If there is none, confirm with --accept-older-list.
fault-backup-no-list = The signed list of erasures is missing beside the backup. The backup's own list ends at { $until }; what was erased later would come back. Give a newer list with --erasures (erasures.seal must lie in the same folder). If there is none, confirm with --accept-older-list.
fault-backup-odd-file = { $file } is neither a plain file nor a folder. A backup has no links or pipes.
fault-backup-unopened = Not all restored data open. Give a key backup that is as new as the data or newer.
fault-backup-holds = The restored data do not agree with what is known of the holds on them. Nothing was put to use. Restore again into an empty folder.

cli-keys-status = Keys { $keys }, of which spare { $spares }. Destroyed keys { $erased }, erased records on the list { $records }.
cli-keys-epoch = Epoch { $epoch } began { $begun }: { $keys } keys.
cli-keys-rotated = Epoch { $epoch } has begun and protects all keys. Old epochs destroyed: { $destroyed }.
cli-keys-mended = Damaged places mended from the other copy: { $count }. Check the disk.
cli-keys-clock-behind = The clock is behind the keys' newest epoch. Check the server's clock.

cli-ledger-whole = The ledger is whole: { $count } { $count ->
        [one] entry
       *[other] entries
    }, root { $root }, key { $key }.
cli-ledger-forgotten = The { $count } oldest entries were destroyed when their time was over; the last of them is from { $date }. Their hashes are kept and belong to the tree.
cli-ledger-damaged = The ledger is not whole. Damages: { $count }.
cli-ledger-empty = The ledger has no entries yet.
cli-ledger-proof-good = The proof holds. The signed ledger has { $size } entries, and this is number { $place }: { $id }, { $time }, { $action } { $kind }, count { $count }.
cli-ledger-proof-bad = The proof does not hold: it is not from a ledger that this key has signed, or it has been changed.
fault-ledger-none = There is no ledger in the folder { $folder }.
fault-ledger-key = The ledger's public key does not have the right form.

cli-person-unknown = The receipt code is not known.
cli-person-erased-before = The data were erased { $at } (reason: { $why }).
cli-person-record = { $kind } { $id }, written { $created }, kept until { $due }
cli-person-closed = { $addresses } addresses were closed. Only codes were stored from which the addresses cannot be read. People here who are left out from now on: { $persons }. Rows without an address: { $without }.
fault-use-undeclared = The notice has no purpose whose use is { $use }. Nothing was stored.
fault-list-unread = The file cannot be read as a CSV list. Nothing was stored.
cli-person-plan = Records to be erased whole { $removed }, in part { $stripped }, kept on a ground { $kept }.
cli-person-strip =   { $kind }: { $fields } goes
cli-person-keep =   { $kind }: { $fields } stays (ground: { $ground }), until { $until }
cli-person-erased = Erased { $removed } records whole and { $stripped } in part.
fault-person-no-receipt = Give the receipt code in a file (--receipts) or by standard input, one per line.
fault-no-input = Standard input or the current folder cannot be read.

cli-hold-added = The record is kept on this ground for the time being.
cli-hold-released = The hold has ended. The record goes once its last day has passed.
cli-hold-none = Nothing is kept on a special ground.
cli-hold-line = { $record }: { $ground }, since { $since }, ends { $until }
cli-hold-line-open = { $record }: { $ground }, since { $since }, until the ground is ended (seloste hold release)
fault-hold-number = There is no record of the number { $number }.
fault-hold-kinds = Records of several kinds have the number { $number }: { $kinds }. Choose one with --kind.
fault-hold-none = The record has no such hold.

cli-simulate-line = { $day }: { $kind } – { $count }
cli-simulate-nothing = Nothing goes before the end of { $until }.
cli-simulate-end = The forecast changed nothing.
cli-simulate-held = These do not go on their last day:
cli-simulate-held-until = { $record }: { $ground }; the last day would be { $due }, kept until { $until }
cli-simulate-held-open = { $record }: { $ground }; the last day would be { $due }, kept until the ground ends
fault-day = { $given } is no day. Write year, month and day, for example 2027-12-31.
fault-moment = { $given } is neither a day nor a moment. Write year, month and day, for example 2027-12-31.
fault-simulate-past = The day { $until } is past. The forecast begins today: give this day or a later one.
fault-simulate-far = The forecast reaches at most { $days } days ahead.

cli-doctor-notice-ok = The notice is in order.
cli-doctor-notice-bad = The notice has { $count } errors: seloste check tells which.
cli-doctor-modes-ok = Data, keys and secrets can be read by their owner only.
cli-doctor-modes-bad = Others than the owner can reach { $file }: chmod go-rwx { $file }
cli-doctor-space-ok = There is room on the disk.
cli-doctor-space-bad = Only { $free } MB are free on the disk. Make room or move the data to a larger one.
cli-doctor-tls-ok = The certificate and its key are usable. The certificate is good until { $date }.
cli-doctor-tls-soon-bad = The certificate ends on { $date }. Renew it and restart the service.
cli-doctor-tls-over-bad = The certificate ended on { $date }. Browsers do not open the service: renew the certificate and restart the service.
cli-doctor-tls-date-bad = When the certificate ends cannot be read from it.
cli-doctor-proxy-ok = A proxy does the encryption, and the address of the service is encrypted.
cli-doctor-tls-none = The connection is not encrypted: neither an encrypted address (public-url) nor a certificate of its own (tls) is set.
cli-doctor-countries-ok = The country that staff connect from can be told.
cli-doctor-countries-bad = The service is behind a proxy, but the setting trusted-proxies is empty. Every connection seems to come from near by, so those from outside the European Economic Area are not recognised.
cli-doctor-mail-ok = The mail settings are usable and the relay answers.
cli-doctor-mail-none = No mail is set up: answers cannot be sent by email.
cli-doctor-mail-folder = No letter leaves: for trying out they are written to the folder { $folder } (the setting mail.folder). Letters leave once the settings have a mail server (mail.relay).
cli-doctor-backups-ok = There is a folder for backups: the service makes them every day.
cli-doctor-backups-bad = No backups are made: add [backup] folder to the settings.
cli-doctor-open-ok = Keys and data open.
cli-doctor-open-running-ok = The service is running and answers.
cli-doctor-clock-ok = The clock runs as it should.
cli-doctor-published-ok = The published notice is the one in the folder.
cli-doctor-published-bad = The notice in the folder differs from the published one, or is not published: seloste publish
cli-doctor-keys-ok = Both copies of the key files are whole. The newest epoch began { $begun }.
cli-doctor-ledger-ok = The ledger is whole: { $count } { $count ->
        [one] entry
       *[other] entries
    }, the latest of { $last }.
cli-doctor-ledger-empty-ok = There are no entries in the ledger yet.
cli-doctor-ledger-bad = The ledger is not whole ({ $count } faults): seloste ledger verify tells where.
cli-doctor-backup-age-ok = The newest backup was made { $newest }, the oldest { $oldest }.
cli-doctor-backup-age-bad = The newest backup was made { $newest }: no new ones are made. See the service's log.
cli-doctor-backup-none-bad = There is no backup yet. The service makes the first once it runs.
cli-doctor-backup-whole-bad = The backup { $folder } is damaged: seloste backup verify tells what is wrong.
cli-doctor-keys-bad = The key files had damages ({ $mended } mended) or the clock is behind. Check the disk and the clock.
cli-doctor-alien-bad = A row of the database was not written by this program: table { $table }, key { $key }. Find out who can reach the database, and restore a backup: seloste backup restore.
cli-doctor-records-ok = Every record is sealed and opens under its own key.
cli-doctor-records-bad = { $count } records do not open under their keys.
cli-scan-done = Hits: { $count }; bytes searched: { $bytes }.
fault-scan-short = Give a text of at least { $least } bytes: a shorter one is found by chance.
cli-first-link = There are no accounts yet. Make the first within { $hours } hours: { $address }
cli-first-link-file = There are no accounts yet. For { $hours } hours the link to make the first is in the file { $file }
cli-backup-held = This is a restored copy. It sends no email, makes no backups and lets no staff at the data until you have checked the accounts and you confirm that the old service is stopped: seloste backup confirm { $folder }
cli-backup-confirmed = Confirmed: the restored copy is now the one in use.
cli-backup-confirmed-staff = Staff can reach the data with the accounts that are in use.
cli-backup-confirmed-mail = The service sends email.
cli-backup-confirmed-no-mail = The service sends no email: none is set up in the settings ([mail]), or the notice does not name the mail server.
cli-backup-confirmed-backups = The service makes backups.
cli-backup-confirmed-none = The service makes no backups: no folder is set for them in the settings ([backup]).
cli-backup-not-held = This installation does not wait for a confirmation. Nothing was changed.
cli-backup-not-one = { $folder }: this is no backup. Give the folder of a backup (data/… or keys/…), or the folder that holds them.
fault-restore-no-root = The root secret is not found (file { $file }). Nothing was done.
fault-restore-no-root-next = Give it to the restore: --root-file FILE
cli-published-first = Version 1 was published just now: the notice is public. Later changes take effect with seloste publish.
cli-nobody-in = No account is in use. See the accounts: seloste user list. A new link: seloste user reset NAME. Open a closed one: seloste user reopen NAME.
cli-doctor-notice-warned = There is something to look at in the notice ({ $count }): seloste check tells what.
cli-doctor-held = This is a restored copy: mail and backups wait. When the old service is stopped: seloste backup confirm { $folder }
fault-mail-relay = The mail relay does not take messages. They wait.
cli-simulate-total = { $count } in all.
cli-published-roles-lost = These roles are not in the notice any more, but accounts still have them: { $roles }. They open nothing. Give new roles: seloste user roles
cli-published-remarks = The notice has { $count ->
        [one] one remark
       *[other] { $count } remarks
    } and is now public as it is. See: seloste check
cli-published-same = No changes: version { $version } of the notice { $register } is in force already.
cli-published-erased-fields = Fields taken out of the notice were erased from stored records: { $what }.
cli-published-erased-records = Kinds that the notice does not declare any more were erased: { $what }.
cli-published-shortened = These records now go earlier: { $what }.
cli-published-closed = These data were given for other purposes, so the new purpose does not open them: { $what }. It opens those given from now on.
cli-published-erased-none = Stored records held nothing that the notice does not declare any more: nothing was erased.

# seloste mail test
mail-test-subject = Test message
mail-test-body = This is a test message. If you can read it, the service can send email. There is no need to answer.
cli-mail-taken = The mail server { $relay } took the test message. If it does not arrive within a few minutes, look into the spam folder and ask whoever runs the mail server.
cli-mail-in-folder = The test message was written into the folder of the settings (mail.folder). There is no mail server in the settings, so nothing was sent.
cli-mail-not-taken = The mail server { $relay } did not take the test message. It is not tried again.
cli-mail-code = The server's code: { $code }
mail-trouble-timeout = The server did not answer in time. Check the firewall, or try again later.
mail-trouble-tls = There was no encrypted connection. Check the server's name, port and TLS settings.
mail-trouble-sign-in = The server did not accept the sign-in. Check the settings mail.user and mail.password-file.
mail-trouble-starttls = The server offers no encryption (STARTTLS). Use port 465 or 587.
mail-trouble-no-sign-in = The server offers no sign-in. Remove mail.user, or use another port.
mail-trouble-certificate = The server's certificate is not trusted. Give its issuer's certificate in the setting mail.ca.
mail-trouble-closed = Nobody answers at that address and port. Check the setting mail.relay.
mail-trouble-name = The name service does not know the server's name. Check the setting mail.relay.
mail-trouble-refused = The server refused the message for good. Check the sender's address (mail.from) and the recipient's.
mail-trouble-busy = The server does not take the message right now. Try again later.
mail-trouble-connection = The server could not be reached. Check the setting mail.relay and the firewall.
fault-mail-no-colleague = No open staff account has this address. Nothing was sent.
fault-mail-no-colleague-next = The test message goes to staff only. The accounts: seloste user list
fault-mail-held = This is a restored copy that sends no email. Nothing was sent.
fault-mail-held-next = Once the old service is stopped: seloste backup confirm
fault-installation-older = This installation is older than what was signed beside its backups in { $folder }: { $count } erasures are missing, or the event log is shorter. Old copies were put in the place of data and keys. The service does not start, since what was erased would come back. The list was not changed.
fault-installation-older-next = Restore a backup into a new folder with seloste backup restore: it erases them again.
fault-held = This is a copy restored from a backup. Staff can reach the data only when the operator has checked the accounts and has confirmed the copy.
fault-held-next = The operator confirms it with seloste backup confirm.
cli-ledger-receipt-good = The receipt is genuine. { $controller } was given the consent at { $time } under version { $version } of the notice: “{ $sentence }” Whether it still stands is told at { $place }.
cli-ledger-receipt-bad = The receipt is not genuine: this key has not signed it, or it has been changed.
