//! The description of the interface (OpenAPI 3.1). Handlers describe themselves; what follows
//! from the notice, and what every operation may answer, is added here.

use seloste_kernel::{Fault, Lang};
use seloste_notice::model::{Field, FieldType, Notice, Text};
use serde_json::{Map, Value, json};
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};

use super::feedback::{CONSENTS, LANG, SHOWN};
use crate::app::App;
use crate::forms::Asked;
use crate::services::feedback::{FEEDBACK, REPLY, STATES, THEME, asked};
use crate::services::rights;

/// No control characters.
const ONE_LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f]*$";
/// No control characters but line ends and tabs.
const MANY_LINES: &str = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$";

/// The id of a record.
const RECORD: &str = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$";

const ABOUT: &str = "What the pages do, for programs. Every refusal is a problem (RFC 9457) in the \
language of Accept-Language (fi, sv, en): `code` is stable, `field` names the member at fault, \
`promise` the promise of the notice that refuses. Unknown addresses answer 404, other methods 405 \
with Allow. Personal data leave only for a declared purpose, and every look is in the ledger.";

/// What there is before any handler.
pub fn frame() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Seloste")
        .description(Some(ABOUT))
        .version(env!("CARGO_PKG_VERSION"))
        .build();
    OpenApiBuilder::new().info(info).build()
}

/// The whole description, for the notice in force.
///
/// # Errors
/// A defect only: the description is no JSON.
pub fn complete(
    described: &OpenApi,
    app: &App,
    notice: &Notice,
    (cookie, lang): (&str, Lang),
) -> Result<Value, Fault> {
    let mut document = serde_json::to_value(described).map_err(Fault::internal)?;
    put(&mut document, "/components/schemas/Problem", problem());
    put(&mut document, "/components/responses/Problem", refusal());
    put(&mut document, "/components/securitySchemes", security_schemes(cookie));
    own_limits(&mut document, notice);
    body(&mut document, "/api/v1/opendsr/v2/requests", "post", passed_on());
    if notice.kind(FEEDBACK).is_some() {
        let inbox = "/api/v1/staff/feedback/{id}";
        body(
            &mut document,
            "/api/v1/feedback",
            "post",
            feedback(notice, asked(app, notice)?, lang),
        );
        body(&mut document, inbox, "patch", sorting(notice, lang));
        body(&mut document, &format!("{inbox}/reply"), "post", replying(notice, lang));
        put(&mut document, LINKS, links());
    }
    if let Some(Value::Object(paths)) = document.get_mut("paths") {
        let items = paths.values_mut().filter_map(Value::as_object_mut);
        for (method, operation) in items.flat_map(|item| item.iter_mut()) {
            no_null_parameters(operation);
            for status in refusals(method, operation) {
                let pointer = format!("/responses/{status}");
                put(operation, &pointer, json!({"$ref": "#/components/responses/Problem"}));
            }
        }
    }
    either(&mut document, REFUSING);
    Ok(document)
}

/// The refusal of an erasure tells its grounds in a shape of its own.
const REFUSING: &str = "/paths/~1api~1v1~1profiles~1{id}/delete/responses/403";

/// A refusal that is a problem, or what the handler itself describes.
fn either(document: &mut Value, pointer: &str) {
    let schema = json!({"$ref": "#/components/schemas/Refused"});
    let problem = refusal();
    put(document, pointer, problem);
    put(document, &format!("{pointer}/content/application~1json"), json!({"schema": schema}));
}

/// Sets what an operation takes.
fn body(document: &mut Value, path: &str, method: &str, schema: Value) {
    let path = path.replace('/', "~1");
    let pointer = format!("/paths/{path}/{method}/requestBody/content/application~1json/schema");
    put(document, &pointer, schema);
}

/// A parameter that may be left out is not one that may be null.
fn no_null_parameters(operation: &mut Value) {
    let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        let Some(types) = parameter.pointer_mut("/schema/type") else { continue };
        let only = types.as_array().and_then(|types| types.iter().find(|ty| *ty != "null"));
        if let Some(only) = only.cloned() {
            *types = only;
        }
    }
}

/// Puts a value at a JSON pointer (RFC 6901), making the objects on the way.
fn put(target: &mut Value, pointer: &str, value: Value) {
    let mut place = target;
    for step in pointer.split('/').skip(1) {
        let name = step.replace("~1", "/").replace("~0", "~");
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[name];
    }
    *place = value;
}

/// Which refusals an operation may answer with.
fn refusals(method: &str, operation: &Value) -> Vec<u16> {
    let mut statuses = vec![400, 404, 414, 421, 429, 500, 503];
    if operation.get("security").is_some() {
        statuses.extend([401, 403, 410, 423]);
    }
    if operation.get("parameters").is_some() {
        statuses.push(422);
    }
    if method != "get" {
        statuses.extend([403, 409, 410, 413, 507]);
    }
    if operation.get("requestBody").is_some() {
        statuses.extend([408, 415, 422]);
    }
    statuses
}

fn refusal() -> Value {
    json!({
        "description": "Refused, or not possible now. `code` says why.",
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        }
    })
}

fn problem() -> Value {
    let text = |description: &str| json!({"type": "string", "description": description});
    json!({
        "type": "object",
        "description": "Why something was not done (RFC 9457).",
        "required": ["type", "title", "status", "detail", "instance", "code"],
        "properties": {
            "type": text("The code as a URN."),
            "title": text("For people."),
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": text("For people, about this case."),
            "instance": text("The request's id, also in the operator's log."),
            "code": text("Stable; for programs."),
            "field": text("The member at fault."),
            "promise": text("The promise of the notice that refuses."),
        },
        "additionalProperties": {"type": "string"}
    })
}

fn security_schemes(cookie: &str) -> Value {
    json!({
        "receipt": {
            "type": "http",
            "scheme": "bearer",
            "description": "The receipt code. `Authorization: Receipt …` is the same."
        },
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A key made with `seloste user token USERNAME`. It opens what the roles of that account open."
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": cookie,
            "description": "The session of a signed-in page. Whatever changes something needs the header `X-Seloste: 1` too."
        }
    })
}

/// Where the operations on one feedback get its id from.
const LINKS: &str = "/paths/~1api~1v1~1staff~1feedback/get/responses/200/links";

fn links() -> Value {
    let to = |operation: &str| json!({"operationId": operation, "parameters": {"id": "$response.body#/feedback/0/id"}});
    json!({
        "open": to("openFeedback"),
        "answer": to("answerFeedback"),
        "sort": to("sortFeedback"),
        "erase": to("eraseFeedback"),
    })
}

fn object(properties: Value) -> Value {
    let required: Vec<&String> =
        properties.as_object().map_or(Vec::new(), |all| all.keys().collect());
    let required = json!(required);
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false
    })
}

fn seen() -> Value {
    json!({
        "type": "integer", "format": "int64",
        "description": "The version that the caller has seen; 409 when it has changed since."
    })
}

/// At least one of state and theme.
fn sorting(notice: &Notice, lang: Lang) -> Value {
    let mut schema = object(json!({"version": seen()}));
    put(&mut schema, "/properties/state", json!({"type": "string", "enum": STATES}));
    if let Some(theme) = notice.kind(THEME).and_then(|kind| kind.field(THEME)) {
        put(&mut schema, "/properties/theme", value_of(theme, lang));
    }
    put(&mut schema, "/minProperties", json!(2));
    schema
}

fn replying(notice: &Notice, lang: Lang) -> Value {
    let field = notice.kind(REPLY).and_then(|kind| kind.field("text"));
    let text = field.map_or(json!({"type": "string"}), |field| value_of(field, lang));
    object(json!({"version": seen(), "text": text}))
}

/// What feedback may be, of what this installation asks: without the fields that need a consent, or
/// with the consents.
fn feedback(notice: &Notice, asked: Asked<'_>, lang: Lang) -> Value {
    let is_free = |field: &&Field| !field.by_consent_alone(notice);
    let all: Vec<&Field> = asked.declared().collect();
    let free: Vec<&Field> = asked.declared().filter(is_free).collect();
    let consents: Vec<&str> = asked.consents().map(|purpose| purpose.name.as_str()).collect();
    if consents.is_empty() {
        return shape("Feedback", &all, None, lang);
    }
    let some = json!({
        "type": "array", "uniqueItems": true, "items": {"type": "string", "enum": consents}
    });
    let anonymous = shape("Anonymous", &free, Some((some, false)), lang);
    if free.len() == all.len() {
        return anonymous;
    }
    json!({"anyOf": [
        anonymous,
        shape("With contact details", &all, Some((json!({"enum": [consents]}), true)), lang),
    ]})
}

/// What restricting and objecting take: three grounds, and the purposes of the notice.
fn own_limits(document: &mut Value, notice: &Notice) {
    let grounds: Vec<&str> = rights::OWN_GROUNDS.iter().map(|ground| ground.word()).collect();
    let mut restriction = object(json!({"ground": {"type": "string", "enum": grounds}}));
    let record = json!({
        "type": "string", "pattern": RECORD,
        "description": "The record; without it all of the data."
    });
    put(&mut restriction, "/properties/record", record);
    body(document, "/api/v1/own/restrictions", "post", restriction);
    let purposes: Vec<&str> = notice.purposes.iter().map(|purpose| purpose.name.as_str()).collect();
    let objection = object(json!({"purpose": {"type": "string", "enum": purposes}}));
    body(document, "/api/v1/own/objections", "post", objection);
}

/// A request in the shape of OpenDSR.
fn passed_on() -> Value {
    let identity = object(json!({
        "identity_type": {"type": "string", "enum": ["email", "controller_customer_id"]},
        "identity_value": {"type": "string", "minLength": 1, "maxLength": 254},
        "identity_format": {"type": "string", "const": "raw"},
    }));
    let mut request = object(json!({
        "subject_request_id": {
            "type": "string",
            "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
        },
        "subject_request_type": {"type": "string", "enum": ["access", "portability", "erasure"]},
        "submitted_time": {"type": "string", "format": "date-time"},
        "subject_identities": {"type": "array", "items": identity, "minItems": 1, "maxItems": 2},
    }));
    for (name, schema) in [
        ("regulation", json!({"const": "gdpr"})),
        ("api_version", json!({"enum": ["1.0", "2.0"]})),
        ("status_callback_urls", json!({"type": "array", "maxItems": 0})),
        ("extensions", json!({"type": "object", "description": "Those of other processors."})),
    ] {
        put(&mut request, &format!("/properties/{name}"), schema);
    }
    request
}

const SHOWN_TEXT: &str = "The version of the notice that the sender was shown. When what is asked \
    for has changed since, nothing is stored (409).";

fn shape(title: &str, fields: &[&Field], consents: Option<(Value, bool)>, lang: Lang) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<&str> =
        fields.iter().filter(|field| field.required).map(|field| field.name.as_str()).collect();
    for field in fields {
        properties.insert(field.name.clone(), value_of(field, lang));
    }
    if let Some((consents, needed)) = consents {
        properties.insert(CONSENTS.to_owned(), consents);
        required.extend(needed.then_some(CONSENTS));
        properties.insert(SHOWN.to_owned(), json!({"type": "integer", "description": SHOWN_TEXT}));
    }
    properties.insert(LANG.to_owned(), json!({"type": "string", "enum": ["fi", "sv", "en"]}));
    json!({
        "title": title,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false
    })
}

fn value_of(field: &Field, lang: Lang) -> Value {
    let mut schema = match &field.ty {
        FieldType::Text => text_of(field, MANY_LINES),
        FieldType::Number => json!({"type": "integer", "format": "int64"}),
        FieldType::Flag => json!({"type": "boolean"}),
        FieldType::Date => json!({"type": "string", "format": "date"}),
        FieldType::Time => json!({"type": "string", "format": "date-time"}),
        FieldType::Choice(choices) => {
            let names: Vec<&str> = choices.iter().map(|(name, _)| name.as_str()).collect();
            json!({"type": "string", "enum": names})
        }
        FieldType::Email => {
            json!({"type": "string", "format": "email", "maxLength": field.max_chars})
        }
        // A `data:` address (RFC 2397); `max` is the document's own length in bytes.
        FieldType::File => json!({"type": "string", "format": "uri"}),
        FieldType::Line | FieldType::Phone => text_of(field, ONE_LINE),
    };
    schema["title"] = said(&field.label, lang).into();
    schema["description"] = said(&field.help, lang).into();
    schema
}

fn text_of(field: &Field, pattern: &str) -> Value {
    json!({
        "type": "string", "minLength": 1, "maxLength": field.max_chars, "pattern": pattern
    })
}

fn said(text: &Text, lang: Lang) -> &str {
    text.get(&lang).or_else(|| text.values().next()).map_or("", String::as_str)
}
