#include "views/widgets/codelook.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

void resize(QFont &font, const QFont &application, double factor)
{
    if (application.pixelSize() > 0)
        font.setPixelSize(std::max(1, int(std::lround(application.pixelSize() * factor))));
    else
        font.setPointSizeF(application.pointSizeF() * factor);
}

QFont mono(const QFont &application, double factor)
{
    QFont font(QStringList{u"JetBrains Mono"_s, u"DejaVu Sans Mono"_s,
                           QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setKerning(false);
    font.setFeature("liga", 0); // what is read is what the file holds
    font.setFeature("calt", 0);
    resize(font, application, factor);
    return font;
}

} // namespace

CodeFonts CodeFonts::of(const QFont &application, double scale)
{
    CodeFonts fonts;
    fonts.text = mono(application, 12.0 / 13 * scale);
    fonts.gutter = mono(application, 11.0 / 13 * scale);
    fonts.note = application;
    fonts.note.setWeight(QFont::DemiBold);
    resize(fonts.note, application, 11.0 / 13 * scale);
    const QFontMetrics metrics(fonts.text);
    const int designed = int(std::lround(QFontInfo(fonts.text).pixelSize() * 19.0 / 12));
    fonts.rowHeight = std::max(designed, metrics.height());
    fonts.baseline = (fonts.rowHeight - metrics.height()) / 2 + metrics.ascent();
    return fonts;
}

} // namespace waymark
