//! Files made in the browser, offered as downloads. Addresses of their whole content need nothing of the security policy
//! beyond the images in addresses that it allows anyway.

use super::sheet::Drawn;
use leptos::{
    prelude::document,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Dots of a picture for each dot of the drawing: sharp on paper and on dense screens.
const DENSITY: u32 = 2;

/// A drawing as an address.
pub(super) fn address(svg: &str) -> String {
    format!("data:image/svg+xml;charset=utf-8,{}", utf8_percent_encode(svg, NON_ALPHANUMERIC))
}

/// Offers what lies at an address as a download.
pub(super) fn offer(address: &str, name: &str) {
    if let Some(link) = document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
}

/// Offers a drawing as a picture, once the browser has read it.
pub(super) fn picture(drawn: &Drawn, name: String) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let (width, height) = (drawn.width * DENSITY, drawn.height * DENSITY);
    let read = image.clone();
    let paint = Closure::once_into_js(move || {
        if let Some(address) = painted(&read, width, height) {
            offer(&address, &name);
        }
    });
    image.set_onload(Some(paint.unchecked_ref()));
    image.set_src(&address(&drawn.svg));
}

fn painted(image: &HtmlImageElement, width: u32, height: u32) -> Option<String> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (wide, high) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, wide, high).ok()?;
    canvas.to_data_url().ok()
}
