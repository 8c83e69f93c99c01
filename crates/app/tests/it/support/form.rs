//! A form filled in as a person would: only fields that are there, hidden ones kept.

use http::{Method, Request};
use scraper::ElementRef;

use super::browser::Browser;
use super::page::{Page, selector};

/// A form taken from a page.
pub struct Form<'b> {
    browser: &'b Browser,
    action: String,
    method: Method,
    fields: Vec<Field>,
    page: Page,
    /// Sent as `multipart/form-data`, as a form with files must be.
    parts: bool,
    files: Vec<(String, String, Vec<u8>)>,
}

/// Between the parts of a form with files; nothing that is sent holds it.
const BOUNDARY: &str = "----seloste-test-9d1f6a";

/// One control. Unticked boxes and unpressed buttons are there, but not sent.
struct Field {
    name: String,
    value: String,
    kind: Kind,
    sent: bool,
}

#[derive(PartialEq, Eq)]
enum Kind {
    Text,
    Box,
    Radio,
    Select,
    Button,
    File,
}

impl<'b> Form<'b> {
    /// The one form on the page that `css` selects.
    #[track_caller]
    pub(super) fn find(browser: &'b Browser, page: &Page, css: &str) -> Self {
        let html = page.html();
        let forms: Vec<_> = html.select(&selector(css)).collect();
        let [form] = forms[..] else {
            panic!("{} forms match `{css}`\n{}", forms.len(), page.excerpt());
        };
        let encoding = form.attr("enctype").unwrap_or("application/x-www-form-urlencoded");
        let parts = encoding == "multipart/form-data";
        assert!(parts || encoding == "application/x-www-form-urlencoded", "{encoding}");
        let action = page.url.join(form.attr("action").unwrap_or_default()).unwrap();
        let method = form.attr("method").unwrap_or("get").to_uppercase();
        let controls = selector("input[name], textarea[name], select[name], button[name]");
        Self {
            browser,
            action: action[url::Position::BeforePath..].to_owned(),
            method: method.parse().unwrap(),
            fields: form.select(&controls).flat_map(fields).collect(),
            page: page.clone(),
            parts,
            files: Vec::new(),
        }
    }

    /// The page it was found on.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The names of its fields, in order.
    pub fn names(&self) -> Vec<&str> {
        self.fields.iter().map(|field| field.name.as_str()).collect()
    }

    /// Writes into a text field, picks an option or a radio button.
    #[track_caller]
    pub fn set(mut self, name: &str, value: &str) -> Self {
        let mut known = false;
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            match field.kind {
                Kind::Text => value.clone_into(&mut field.value),
                Kind::Radio | Kind::Select => field.sent = field.value == value,
                Kind::Box | Kind::Button | Kind::File => continue,
            }
            known |= field.kind == Kind::Text || field.sent;
        }
        assert!(known, "no field `{name}` takes `{value}`\n{}", self.page.excerpt());
        self
    }

    /// Chooses a file.
    #[track_caller]
    pub fn attach(mut self, name: &str, file: &str, bytes: &[u8]) -> Self {
        let at =
            self.fields.iter().position(|field| field.name == name && field.kind == Kind::File);
        let Some(at) = at else { panic!("no file field `{name}`\n{}", self.page.excerpt()) };
        self.fields.remove(at);
        self.files.push((name.to_owned(), file.to_owned(), bytes.to_vec()));
        self
    }

    /// Ticks a box.
    #[track_caller]
    pub fn tick(self, name: &str) -> Self {
        self.turn(name, true)
    }

    /// Clears a box.
    #[track_caller]
    pub fn untick(self, name: &str) -> Self {
        self.turn(name, false)
    }

    #[track_caller]
    fn turn(mut self, name: &str, on: bool) -> Self {
        let same = |field: &&mut Field| field.name == name && field.kind == Kind::Box;
        let Some(field) = self.fields.iter_mut().find(same) else {
            panic!("no box `{name}`\n{}", self.page.excerpt())
        };
        field.sent = on;
        self
    }

    /// Is this box ticked now?
    pub fn ticked(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name && field.kind == Kind::Box && field.sent)
    }

    /// Adds a field that the form does not have, as an attacker would.
    pub fn smuggle(mut self, name: &str, value: &str) -> Self {
        let (name, value) = (name.to_owned(), value.to_owned());
        self.fields.push(Field { name, value, kind: Kind::Text, sent: true });
        self
    }

    /// Leaves a field out altogether.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|field| field.name != name);
        self
    }

    /// Sends the form by the button of this name and value.
    #[track_caller]
    pub fn press(mut self, name: &str, value: &str) -> Page {
        let same = |field: &&mut Field| {
            field.kind == Kind::Button && field.name == name && field.value == value
        };
        let Some(button) = self.fields.iter_mut().find(same) else {
            panic!("no button `{name}={value}`\n{}", self.page.excerpt())
        };
        button.sent = true;
        self.submit()
    }

    /// Sends the form; a redirect is the answer.
    pub fn submit(self) -> Page {
        if self.parts {
            let browser = self.browser;
            return browser.send(self.parts());
        }
        let pairs: Vec<(&str, &str)> = self
            .fields
            .iter()
            .filter(|field| field.sent)
            .map(|field| (field.name.as_str(), field.value.as_str()))
            .collect();
        if self.method == Method::POST {
            return self.browser.post(&self.action, &pairs);
        }
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs);
        let path = self.action.split('?').next().unwrap_or_default();
        let request = Request::get(format!("{path}?{}", query.finish())).body(Vec::new());
        self.browser.send(request.unwrap())
    }

    /// The request by which a browser sends a form with files (RFC 7578).
    pub fn parts(self) -> Request<Vec<u8>> {
        let mut body = Vec::new();
        for field in self.fields.iter().filter(|field| field.sent) {
            let file = if field.kind == Kind::File { "; filename=\"\"" } else { "" };
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"{file}\r\n\r\n{}\r\n",
                field.name, field.value
            );
            body.extend_from_slice(head.as_bytes());
        }
        for (name, file, bytes) in &self.files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; \
                 filename=\"{file}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let request = Request::post(&self.action)
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .body(body);
        request.unwrap()
    }

    /// Sends the form and follows where the server leads.
    pub fn finish(self) -> Page {
        let browser = self.browser;
        browser.follow(self.submit())
    }
}

fn fields(control: ElementRef<'_>) -> Vec<Field> {
    let text = |name: &str| control.attr(name).unwrap_or_default().to_owned();
    if control.attr("disabled").is_some() {
        return Vec::new();
    }
    let name = text("name");
    let on = control.attr("checked").is_some();
    let field = |value, kind, sent| vec![Field { name: name.clone(), value, kind, sent }];
    let value_or_on = || control.attr("value").unwrap_or("on").to_owned();
    match (control.value().name(), control.attr("type").unwrap_or_default()) {
        ("select", _) => options(control, &name),
        // One line break after the tag belongs to the markup.
        ("textarea", _) => field(control.text().collect(), Kind::Text, true),
        ("button", _) | ("input", "submit") => field(text("value"), Kind::Button, false),
        ("input", "checkbox") => field(value_or_on(), Kind::Box, on),
        ("input", "file") => field(String::new(), Kind::File, true),
        ("input", "radio") => field(value_or_on(), Kind::Radio, on),
        _ => field(text("value"), Kind::Text, true),
    }
}

fn options(select: ElementRef<'_>, name: &str) -> Vec<Field> {
    let mut fields: Vec<_> = select
        .select(&selector("option"))
        .map(|option| Field {
            name: name.to_owned(),
            value: option
                .attr("value")
                .map_or_else(|| option.text().collect::<String>().trim().to_owned(), Into::into),
            kind: Kind::Select,
            sent: option.attr("selected").is_some(),
        })
        .collect();
    // A browser shows, and sends, the first option when none is selected.
    if !fields.iter().any(|field| field.sent)
        && select.attr("multiple").is_none()
        && let Some(first) = fields.first_mut()
    {
        first.sent = true;
    }
    fields
}
