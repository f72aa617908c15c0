#pragma once

#include <QWidget>

namespace waymark {

/// A part of the review whose distances follow the size of text.
class ReviewPart : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    /// Narrower than its parts wish: it is told by its width which of them have to give way.
    [[nodiscard]] QSize narrow(qreal width) const;
    /// The same for one in a scroll area, which takes this height for the least at any width: what
    /// the narrowest needs says nothing of a wider one.
    [[nodiscard]] QSize narrowScrolled(qreal width) const;
    /// Sets the distances. Called when the parts are there and at each other size of text.
    virtual void measure() = 0;
    void built(); ///< At the end of a constructor.
    void changeEvent(QEvent *event) override;

private:
    bool m_isBuilt = false;
};

/// A line between two parts.
[[nodiscard]] QWidget *ruleIn(QWidget *parent);

} // namespace waymark
