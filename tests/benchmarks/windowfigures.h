#pragma once

// What is measured of the whole window. Each prints its figures beside their goals.
namespace waymark::bench {

/// How long the thread of the windows is held on the way from the catalog to the commit.
void measureWalk();
/// From a keystroke to the repainted preview, with templates of some sizes.
void measureTyping();
/// From a keystroke to the painted field, in a form of 1,000 of them.
void measureForm();
/// The search in a catalog of 5,000 templates.
void measureCatalog();
/// A generated file of 10 MB.
void measureHugeFile();

} // namespace waymark::bench
