#pragma once

#include "views/theme/controls.h"

#include <QLabel>

namespace waymark {

/// A label whose text wraps: it is never cut, at no size of text.
class WrapLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit WrapLabel(QWidget *parent = nullptr);
    explicit WrapLabel(TextRole role, Token ink = Token::Tx, QWidget *parent = nullptr);
    WrapLabel(const QString &text, TextRole role, Token ink = Token::Tx, QWidget *parent = nullptr);
};

} // namespace waymark
