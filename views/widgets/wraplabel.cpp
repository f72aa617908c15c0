#include "views/widgets/wraplabel.h"

namespace waymark {

WrapLabel::WrapLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

WrapLabel::WrapLabel(TextRole role, Token ink, QWidget *parent)
    : WrapLabel(QString(), role, ink, parent)
{
}

WrapLabel::WrapLabel(const QString &text, TextRole role, Token ink, QWidget *parent)
    : WrapLabel(parent)
{
    setTextRole(this, role);
    setInk(this, ink);
    setText(text);
}

} // namespace waymark
