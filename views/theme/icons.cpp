#include "views/theme/icons.h"

#include "views/theme/iconengine.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

static void initIconResources() // the macro wants no namespace
{
    Q_INIT_RESOURCE(icons);
}

namespace waymark {
namespace {

QString folder()
{
    static const bool isReady = (initIconResources(), true);
    Q_UNUSED(isReady)
    return u":/waymark/icons"_s;
}

/// The line of a small icon is a little stronger, in units of its grid of 20.
QByteArrayView strokeAt(qreal side)
{
    if (side < 15)
        return "1.75";
    return side < 18 ? "1.6" : "1.5";
}

QByteArray drawing(const QString &name, qreal side, const QColor &color)
{
    QFile file(folder() + u'/' + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + strokeAt(side).toByteArray() + '"');
    return svg;
}

} // namespace

QIcon icon(const QString &name)
{
    Q_ASSERT_X(isIcon(name), "icon", qPrintable(name));
    return QIcon(new IconEngine(name));
}

QIcon icon(const QString &name, Token token)
{
    Q_ASSERT_X(isIcon(name), "icon", qPrintable(name));
    return QIcon(new IconEngine(name, token));
}

QStringList iconNames()
{
    QStringList names = QDir(folder()).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

bool isIcon(const QString &name)
{
    return QFile::exists(folder() + u'/' + name + u".svg"_s);
}

QPixmap iconPixmap(const QString &name, qreal side, qreal devicePixelRatio, const QColor &color)
{
    const int pixels = std::max(1, qRound(side * devicePixelRatio));
    const QString key = u"waymark-icon/%1/%2/%3/%4"_s.arg(
        name, QString::number(pixels), QString::number(devicePixelRatio), color.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(drawing(name, side, color));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const QTransform &toDevice = painter->deviceTransform();
    const qreal ratio = std::hypot(toDevice.m11(), toDevice.m12());
    const qreal side = std::min(rect.width(), rect.height());
    if (ratio <= 0 || side <= 0)
        return;
    const QPixmap pixmap = iconPixmap(name, side, ratio, color);
    const qreal width = pixmap.width() / ratio;
    QPointF corner = rect.center() - QPointF(width / 2, width / 2);
    if (toDevice.type() <= QTransform::TxScale) { // else each of its pixels would be smeared
        const QPointF device = toDevice.map(corner);
        corner = toDevice.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
    }
    painter->drawPixmap(corner, pixmap);
}

void paintIcon(QPainter *painter, const QRect &rect, const QIcon &icon, QIcon::Mode mode,
               QIcon::State state, const QColor &color)
{
    const auto ours = "waymark-"_L1;
    const QString name = icon.name();
    if (name.startsWith(ours) && !name.contains(u' '))
        paintIcon(painter, rect, name.sliced(ours.size()), color);
    else
        icon.paint(painter, rect, Qt::AlignCenter, mode, state);
}

} // namespace waymark
