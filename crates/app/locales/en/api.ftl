# api
fault-api-json = The request is not valid JSON.
fault-api-json-next = Send one JSON object, encoded in UTF-8.
fault-api-not-object = The request must be one JSON object.
fault-api-not-object-next = Send an object whose members are described at /api/v1/openapi.json.
fault-api-not-text = The member { $field } must be a text.
fault-api-empty = Leave the member { $field } out instead of sending it empty.
fault-api-not-number = The member { $field } must be a whole number.
fault-api-not-flag = The member { $field } must be true or false.
fault-api-not-list = The member { $field } must be a list of texts.
fault-api-idempotency-key = The header Idempotency-Key must be a UUID or 32 hexadecimal digits.
fault-api-receipt = Nobody is recognised by this receipt code.
fault-api-receipt-next = Send the code in the header Authorization: Receipt CODE.
fault-api-erased = The data behind this receipt code have been erased.
fault-api-held = Nothing can be erased now: the law requires the data to be kept ({ $ground }).
fault-restriction-takes = When the restriction ends, data whose period is over are erased for good with it. The restriction was not ended.
fault-restriction-takes-next = Ask first with dry_run=true what would be erased, and then send the member seen of the answer as a parameter.
fault-api-token = Nobody is recognised by this key.
fault-api-token-next = Make a new one: seloste user token USERNAME. Send it in the header Authorization: Bearer KEY.
fault-api-own-header = A change made with a session needs the header X-Seloste.
fault-api-own-header-next = Send the header X-Seloste: 1.
fault-api-no-account = No open account has this username.
api-cli-token = This key acts for the account for { $days } days. It is shown this once: { $token }
