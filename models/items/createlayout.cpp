#include "models/items/createlayout.h"

namespace waymark {
namespace {

// Widths and heights at which the design changes.
constexpr double wide = 1200;
constexpr double narrowest = 700; ///< For a form beside a preview.
constexpr double high = 760;

} // namespace

CreateLayout createLayout(QSizeF size, CreateView view)
{
    const bool isWide = size.width() >= wide;
    const bool isSingle = size.width() < narrowest;
    CreateLayout layout;
    layout.hasForm = view != CreateView::Preview;
    layout.hasPreview = view == CreateView::Preview || (view == CreateView::Both && !isSingle);
    layout.hasStepper = isWide;
    layout.hasTree = isWide || (view == CreateView::Preview && !isSingle);
    layout.hasLegend = size.height() >= high;
    layout.foldsProblems = !isWide;
    layout.foldsHeader = !isWide;
    return layout;
}

} // namespace waymark
