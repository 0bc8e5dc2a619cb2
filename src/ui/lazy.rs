//! A view whose code is a file of its own, fetched when it is first shown, so that the page starts without it.

use std::future::Future;
use std::pin::Pin;

use futures::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::{Alert, Skeleton};
use crate::reactive::callback;

/// The code did not come: the connection failed, or a newer page has taken this one's place on the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Makes a view of what it is about.
pub type MakeView<A> = fn(A) -> AnyView;

/// Code on its way.
pub type Loading<A> = Pin<Box<dyn Future<Output = Result<MakeView<A>, NotLoaded>>>>;

/// Declares a function that fetches the code of a view: `lazy!(part, name, make_view, About)`.
///
/// `build/split.mjs` puts all that only views of this part need into a file `part-….wasm`. In a debug build all is one file.
macro_rules! lazy {
    ($part:ident, $name:ident, $view:path, $about:ty) => {
        #[doc = concat!("Fetches the code of `", stringify!($view), "`.")]
        pub fn $name() -> $crate::ui::lazy::Loading<$about> {
            type Made = Result<$crate::ui::lazy::MakeView<$about>, $crate::ui::lazy::NotLoaded>;

            #[cfg(not(debug_assertions))]
            #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, fallible)]
            fn $name() -> Made {
                Ok($view)
            }

            #[cfg(debug_assertions)]
            async fn $name() -> Made {
                Ok($view)
            }

            Box::pin($name())
        }
    };
}
pub(crate) use lazy;

/// Fetches the code of a view that will be wanted soon. That it did not come is said when it is shown.
pub fn prefetch<A: 'static>(load: fn() -> Loading<A>) {
    spawn_local(async move {
        let _ = load().await;
    });
}

/// Shows a view when its code has come, and until then its frame around something that waits.
pub fn lazy_view<A: Clone + Send + 'static>(
    load: fn() -> Loading<A>,
    about: A,
    frame: MakeView<AnyView>,
) -> impl IntoView {
    let loaded = RwSignal::new(None);
    let ask = move || {
        let mut loading = load();
        // What was fetched before is there at once, without a moment of nothing.
        loaded.set((&mut loading).now_or_never());
        if loaded.read_untracked().is_none() {
            spawn_local(async move {
                let outcome = loading.await;
                loaded.try_set(Some(outcome));
            });
        }
    };
    ask();
    move || match loaded.get() {
        Some(Ok(make)) => make(about.clone()),
        Some(Err(NotLoaded)) => frame(view! { <Failure on_retry=callback(move |()| ask()) /> }.into_any()),
        None => frame(view! { <Skeleton width=120 /> }.into_any()),
    }
}

#[component]
fn Failure(on_retry: Callback<()>) -> impl IntoView {
    view! {
        <Alert title="A part of this page did not come" on_retry>
            "Check the connection and try again. If Runnerboard was updated in the meantime, reload the page."
        </Alert>
    }
}
