#pragma once

#include "views/widgets/codeview.h"
#include "views/widgets/highlightingdefinitions.h"

#include <QApplication>
#include <QImage>
#include <QScrollBar>
#include <QTest>

namespace waymark::testing {

inline CodeLook lightLook(bool isColoured = false)
{
    return {.colour = [](Token token) { return color(token, Scheme::Light); },
            .isMotionReduced = [] { return false; },
            .definitions = isColoured ? std::make_shared<HighlightingDefinitions>() : nullptr};
}

/// A view on a screen of no display, with the keyboard.
class ShownView
{
public:
    explicit ShownView(QByteArrayView text = {}, const QString &path = QStringLiteral("a.txt"),
                       const CodeLook &look = lightLook())
        : view(look)
    {
        view.resize(400, 10 * view.codeLayout().rowHeight());
        view.open(path, text);
        view.show();
        view.activateWindow();
        view.setFocus();
        if (!QTest::qWaitForWindowActive(&view))
            qWarning("The view gets no keyboard.");
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view, key, modifiers);
    }

    [[nodiscard]] QPoint pointOf(TextPlace place) const
    {
        return view.codeLayout().caretRect(place).center() + QPoint(1, 0);
    }

    void click(TextPlace place, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, pointOf(place));
    }

    [[nodiscard]] TextPlace caret() const { return view.caret().place(); }
    [[nodiscard]] int scrolled() const { return view.verticalScrollBar()->value(); }
    [[nodiscard]] int firstLine() const { return view.codeLayout().firstVisibleLine(); }

    [[nodiscard]] QImage grab() { return view.viewport()->grab().toImage(); }
    /// Of a 0-based line in sight.
    [[nodiscard]] QImage grabLine(int line)
    {
        const int height = view.codeLayout().rowHeight();
        const int top = view.codeLayout().yOf({line, 0});
        return grab().copy(0, top, view.viewport()->width(), height);
    }

    CodeView view;
};

/// "line 0\nline 1\n…"
inline QByteArray numberedLines(int count)
{
    QByteArray text;
    for (int line = 0; line < count; ++line)
        text += "line " + QByteArray::number(line) + '\n';
    return text;
}

inline bool hasColour(const QImage &image, Token token)
{
    const QRgb wanted = color(token, Scheme::Light).rgb();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == wanted)
                return true;
        }
    }
    return false;
}

/// Whether something is drawn in about this colour: edges of letters are blended with the ground.
inline bool hasInk(const QImage &image, Token token)
{
    const QColor wanted = color(token, Scheme::Light);
    constexpr int near = 60;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor is = image.pixelColor(x, y);
            if (std::abs(is.red() - wanted.red()) + std::abs(is.green() - wanted.green())
                    + std::abs(is.blue() - wanted.blue())
                < near)
                return true;
        }
    }
    return false;
}

} // namespace waymark::testing

namespace waymark {

inline char *toString(const TextPlace &place)
{
    return QTest::toString(QStringLiteral("%1:%2").arg(place.line).arg(place.column));
}

} // namespace waymark
