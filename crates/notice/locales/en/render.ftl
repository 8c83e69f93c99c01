# How the notice is shown

title = Privacy notice: { $register }
subtitle = Version { $version }, published { $date }
footer = Version { $version }, published { $date }. Hash of the version (SHA-256): { $hash }
states-as-of = State of the promises on { $time }.
facts = In short

fact-controller = { $name } is responsible for your data.
fact-purposes = The data are used for these purposes: { $purposes }. They are not used for anything else.
fact-keep = The data are kept for these times: { $keeps }. After that they are erased by themselves.
fact-keep-one = { $kind } { $period }
fact-recipients-none = The data are not given to others.
fact-recipients-none-eea = The data are not given to others and do not leave the European Economic Area.
fact-recipients = Apart from that, only { $recipients } get data.
fact-recipients-eea = Apart from that, only { $recipients } get data. They do not leave the European Economic Area.
fact-rights = You can see, correct and erase your data on the page
link-own = Your data
link-request = Data protection request
link-changes = Changes and earlier versions

section-controller = Who is responsible for the data
section-purposes = What the data are used for and on what basis
section-data = What data are processed
section-retention = How long the data are kept
section-recipients = Who else gets data
section-transfers = Transfers outside the European Economic Area
section-cookies = Cookies and visitor statistics
section-decisions = Automated decisions
section-security = How the data are protected
section-rights = Your rights
section-withdrawal = Withdrawing consent
section-complaint = Complaint to the supervisory authority
section-other = Other information
section-changes = Version and changes of this notice

term-controller = Controller
term-business-id = Business ID
term-address = Postal address
term-email = Email
term-phone = Telephone
term-register = Register
term-officer = Data protection officer
term-contact = Contact person
term-authority = Supervisory authority
term-visiting = Visiting address
term-postal = Postal address
term-site = Website
officer-none = No data protection officer has been designated

caption-purposes = Purposes and their legal bases
caption-fields = Data: { $kind }
caption-recipients = Recipients and processors
caption-cookies = Cookies
caption-roles = Staff roles
column-purpose = Purpose
column-basis = Legal basis
column-ground = In detail
column-field = Item
column-category = Category
column-need = Required or voluntary
column-purposes = What it is used for
column-for = Purposes
column-recipient = Name
column-role = Role
column-staff-role = Role
column-country = Country
column-task = Task
column-cookie = Cookie
column-lifetime = Lasts
column-consent = Consent
column-may = What it may do
column-state = State

category-content = content
category-identity = identity
category-contact = contact details
category-technical = technical data
category-decision = decision or record
category-special = special category
need-required = Must be given.
need-voluntary = Voluntary.
cookie-session = until you close the browser
cookie-idle = { $lifetime }, at most { $idle } unused
cookie-necessary = Not needed: the cookie is necessary
cookie-consent = Needed: the cookie is set only with your consent
cookie-party = { $text } The cookie is set by { $party }.
recipient-contract = { $task } (Data processing contract of { $date }.)
heading-forbidden = What the data are not used for
heading-analytics = Visitor statistics
heading-attested = What a responsible person has attested
heading-roles = What staff may do
transfers-silent = The notice says nothing about transfers.

objection-title = Right to object
rights-how-before = You can use your rights yourself on the page
rights-how-between = {" "}or by making a request on the page
rights-how-after = . A request can also be made by letter or email, and it is free of charge. The time is counted from the day the request arrived.
withdraw-how = You can withdraw your consent on the page
authority-checked = The contact details of the authority were checked on { $date }.
changes-version = This is version { $version } of the notice, published on { $date }.
changes-first = It is the first version of the notice.
changes-previous = { $n ->
    [one] One version came before it:
   *[other] { $n } versions came before it:
}
changes-hash = The mark of this version is { $hash }. The same mark is in every format of the notice, so you can see that you are reading the same version.

tilt-source-person = The person
tilt-source-staff = The controller's staff
tilt-source-system = The working of the service
tilt-source-other = Another source

# Countries
country-AT = Austria
country-BE = Belgium
country-BG = Bulgaria
country-CH = Switzerland
country-CY = Cyprus
country-CZ = Czechia
country-DE = Germany
country-DK = Denmark
country-EE = Estonia
country-ES = Spain
country-FI = Finland
country-FR = France
country-GB = United Kingdom
country-GR = Greece
country-HR = Croatia
country-HU = Hungary
country-IE = Ireland
country-IS = Iceland
country-IT = Italy
country-LI = Liechtenstein
country-LT = Lithuania
country-LU = Luxembourg
country-LV = Latvia
country-MT = Malta
country-NL = Netherlands
country-NO = Norway
country-PL = Poland
country-PT = Portugal
country-RO = Romania
country-SE = Sweden
country-SI = Slovenia
country-SK = Slovakia
country-US = United States
