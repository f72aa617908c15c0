#include "views/theme/iconengine.h"

#include "views/theme/appearance.h"
#include "views/theme/icons.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

IconEngine::IconEngine(const QString &name, std::optional<Token> token)
    : m_name(name)
    , m_token(token)
{
}

QColor IconEngine::colorIn(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return m_token ? colorOf(nullptr, *m_token) : palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return m_token ? colorOf(nullptr, *m_token) : palette.color(QPalette::ButtonText);
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    paintIcon(painter, rect, m_name, colorIn(mode));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                                 qreal scale)
{
    Q_UNUSED(state)
    return iconPixmap(m_name, std::min(size.width(), size.height()), scale, colorIn(mode));
}

QSize IconEngine::actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(mode)
    Q_UNUSED(state)
    const int side = std::min(size.width(), size.height());
    return {side, side};
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return u"WaymarkIconEngine"_s;
}

QString IconEngine::iconName()
{
    return m_token ? u"waymark-%1 %2"_s.arg(m_name, tokenName(*m_token)) : u"waymark-"_s + m_name;
}

bool IconEngine::isNull()
{
    return !isIcon(m_name);
}

} // namespace waymark
