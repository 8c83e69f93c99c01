# The operator's verbs: backups, keys, doctor, ledger, person, holds, forecast.
cli-backup-made = The backup has been made and checked: data { $data }, keys { $keys } ({ $rows } rows, { $entries } ledger entries).
cli-backup-root = The root secret is in neither. Keep a copy of it elsewhere: without it the backup cannot be opened.
cli-backup-whole = { $folder }: whole, made { $made }.
cli-backup-damaged = { $folder }: damaged. Use another backup.
cli-backup-restored = Restored: { $records } records open, { $again } were erased again. Keys restored: { $keys }; left out as erased { $erased }, as expired { $lost }.
cli-backup-known-until = Erasures are known up to { $until }. Data erased later may have come back: erase them again.
cli-backup-settings = The settings (seloste.toml) were taken from the backup. Check address, mail and folders before you start the service.
cli-backup-drilled = The drill succeeded: a backup was made, restored and opened, and its traces were removed.
fault-backup-where = Where should the backup go? Give the folders (--data and --keys) or add [backup] folder to the settings.
fault-backup-together = Backups of data and keys must not lie within each other. Give different folders.
fault-backup-none = The folder { $folder } has no backup that this program can read.
fault-backup-damaged = The backup is damaged. Use another one; nothing was changed.
fault-backup-part = The folder { $folder } is the wrong half of a backup. Give the data with --data and the keys with --keys.
fault-backup-of-two = The data and the keys are of different installations. Nothing was changed.
fault-backup-list = The file { $file } is not a list of erasures.
fault-backup-checkpoint = The file { $file } is not a signed checkpoint of this installation's ledger.
fault-backup-older-list = The list of erasures is older than the ledger's newest known checkpoint ({ $covered }/{ $known }). Restoring could bring erased data back. Give a newer list with --erasures. If there is none, confirm with --accept-older-list.
fault-backup-no-list = The signed list of erasures is missing beside the backup. The backup's own list ends at { $until }; what was erased later would come back. Give a newer list with --erasures (erasures.seal must lie in the same folder). If there is none, confirm with --accept-older-list.
fault-backup-odd-file = { $file } is neither a plain file nor a folder. A backup has no links or pipes.
fault-backup-unopened = Not all restored data open. Give a key backup that is as new as the data or newer.

cli-keys-status = Keys { $keys }, of which spare { $spares }. Destroyed keys { $erased }, erased records on the list { $records }.
cli-keys-epoch = Epoch { $epoch } began { $begun }: { $keys } keys.
cli-keys-rotated = Epoch { $epoch } has begun and protects all keys. Old epochs destroyed: { $destroyed }.
cli-keys-mended = Damaged places mended from the other copy: { $count }. Check the disk.
cli-keys-clock-behind = The clock is behind the keys' newest epoch. Check the server's clock.

cli-ledger-whole = The ledger is whole: { $count } entries, root { $root }, key { $key }.
cli-ledger-damaged = The ledger is not whole. Damages: { $count }.
cli-ledger-empty = The ledger has no entries yet.
fault-ledger-none = There is no ledger in the folder { $folder }.
fault-ledger-key = The ledger's public key does not have the right form.

cli-person-unknown = The receipt code is not known.
cli-person-erased-before = The data were erased { $at } (reason: { $why }).
cli-person-record = { $kind } { $id }, written { $created }, kept until { $due }
cli-person-plan = Records to be erased { $removed }, kept on a ground { $kept }.
cli-person-erased = { $removed } records were erased.
fault-person-no-receipt = Give the receipt code in a file (--receipts) or by standard input, one per line.
fault-no-input = Standard input or the current folder cannot be read.

cli-hold-added = The record is kept on this ground for the time being.
cli-hold-released = The hold has ended. The record goes once its last day has passed.
cli-hold-none = Nothing is kept on a special ground.
cli-hold-line = { $record }: { $ground }, since { $since }, ends { $until }
fault-hold-none = The record has no such hold.

cli-simulate-line = { $day }: { $register }, { $kind } – { $count }
cli-simulate-nothing = Nothing goes before the end of { $until }.
cli-simulate-end = The forecast changed nothing.
fault-simulate-far = The forecast reaches at most { $days } days ahead.

cli-doctor-notice-ok = The notice is in order.
cli-doctor-notice-bad = The notice has { $count } errors: seloste check tells which.
cli-doctor-modes-ok = Data, keys and secrets can be read by their owner only.
cli-doctor-modes-bad = Others than the owner can reach { $file }: chmod go-rwx { $file }
cli-doctor-space-ok = There is room on the disk.
cli-doctor-space-bad = Only { $free } MB are free on the disk. Make room or move the data to a larger one.
cli-doctor-tls-ok = The certificate and its key can be used.
cli-doctor-tls-none = No certificate of its own: a proxy in front must do the encryption.
cli-doctor-countries-ok = The country that staff connect from can be told.
cli-doctor-countries-bad = The service is behind a proxy, but the setting trusted-proxies is empty. Every connection seems to come from near by, so those from outside the European Economic Area are not recognised.
cli-doctor-mail-ok = The mail settings can be used.
cli-doctor-mail-none = No mail is set up: answers cannot be sent by mail.
cli-doctor-backups-ok = Backups are made every day.
cli-doctor-backups-bad = No backups are made: add [backup] folder to the settings.
cli-doctor-open-ok = Keys and data open.
cli-doctor-open-running-ok = The service is running and answers.
cli-doctor-clock-ok = The clock runs as it should.
cli-doctor-published-ok = The published notice is the one in the folder.
cli-doctor-published-bad = The notice in the folder differs from the published one, or is not published: seloste publish
cli-doctor-keys-ok = Both copies of the key files are whole.
cli-doctor-keys-bad = The key files had damages ({ $mended } mended) or the clock is behind. Check the disk and the clock.
cli-doctor-records-ok = Every record is sealed and opens under its own key.
cli-doctor-records-bad = { $count } records do not open under their keys.
cli-scan-done = Hits: { $count }; bytes searched: { $bytes }.
fault-scan-short = Give a text of at least { $least } bytes: a shorter one is found by chance.
