#include "views/widgets/scrolledcolumn.h"

#include <QBoxLayout>

namespace waymark {
namespace {

/// A scroll area takes the height that its widget wishes for the least it can do with.
class Content final : public QWidget
{
public:
    using QWidget::QWidget;

    /// The height that the narrowest column needs says nothing of a wider one.
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = layout()->totalMinimumSize();
        return {least.width(), layout()->hasHeightForWidth() ? 0 : least.height()};
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return layout()->totalMinimumHeightForWidth(width);
    }
};

} // namespace

ScrolledColumn::ScrolledColumn(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new Content;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

} // namespace waymark
