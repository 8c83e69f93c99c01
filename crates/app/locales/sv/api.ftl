# api
fault-api-json = Begäran är inte giltig JSON.
fault-api-json-next = Skicka ett JSON-objekt, kodat i UTF-8.
fault-api-not-object = Begäran ska vara ett JSON-objekt.
fault-api-not-object-next = Skicka ett objekt vars medlemmar beskrivs på adressen /api/v1/openapi.json.
fault-api-not-text = Medlemmen { $field } ska vara en text.
fault-api-not-number = Medlemmen { $field } ska vara ett heltal.
fault-api-not-flag = Medlemmen { $field } ska vara true eller false.
fault-api-not-list = Medlemmen { $field } ska vara en lista med texter.
fault-api-idempotency-key = Rubriken Idempotency-Key ska vara ett UUID eller 32 hexadecimala siffror.
fault-api-receipt = Ingen känns igen på den här kvittokoden.
fault-api-receipt-next = Skicka koden i rubriken Authorization: Receipt KOD.
fault-api-erased = Uppgifterna bakom den här kvittokoden har raderats.
fault-api-held = Ingenting kan raderas nu: lagen kräver att uppgifterna bevaras ({ $ground }).
