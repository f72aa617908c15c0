#include "views/theme/typography.h"

#include <QApplication>
#include <QFontMetrics>
#include <QScreen>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal bodyPixels = 13; // the size at which the design is drawn

struct RoleLook
{
    TextRole role;
    qreal factor;
    QFont::Weight weight;
    bool isCode;
};

constexpr std::array<RoleLook, textRoleCount> roleLooks{{
    {TextRole::Body, 1.00, QFont::Normal, false},
    {TextRole::BodyMedium, 1.00, QFont::Medium, false},
    {TextRole::BodyStrong, 1.00, QFont::DemiBold, false},
    {TextRole::PageTitle, 1.54, QFont::DemiBold, false},
    {TextRole::Metric, 1.69, QFont::DemiBold, false},
    {TextRole::SectionTitle, 1.15, QFont::DemiBold, false},
    {TextRole::Help, 0.92, QFont::Normal, false},
    {TextRole::HelpStrong, 0.92, QFont::DemiBold, false},
    {TextRole::Badge, 0.85, QFont::DemiBold, false},
    {TextRole::Code, 0.92, QFont::Normal, true},
    {TextRole::CodeSmall, 0.85, QFont::Normal, true},
}};

constexpr bool isInOrder()
{
    for (size_t i = 0; i < roleLooks.size(); ++i) {
        if (size_t(roleLooks[i].role) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder());

qreal dotsPerInch()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? screen->logicalDotsPerInchY() : 96;
}

qreal pixelsOf(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * dotsPerInch() / 72;
}

void setPixels(QFont *font, qreal pixels)
{
    font->setPointSizeF(pixels * 72 / dotsPerInch()); // setPixelSize() takes whole ones only
}

struct RowLook
{
    qreal height;
    TextRole role;
    int lines;
};

RowLook rowLook(RowKind kind)
{
    switch (kind) {
    case RowKind::Tree:
        return {26, TextRole::Code, 1};
    case RowKind::ListRow:
        return {28, TextRole::Body, 1};
    case RowKind::Palette:
        return {36, TextRole::Body, 1};
    case RowKind::TableHeader:
        return {32, TextRole::HelpStrong, 1};
    case RowKind::Table:
        return {46, TextRole::Body, 2};
    case RowKind::Tab:
        return {36, TextRole::BodyMedium, 1};
    }
    return {28, TextRole::Body, 1};
}

} // namespace

QFont applicationFont(const QFont &system, qreal textScale)
{
    QFont font = system;
    font.setFamilies(QStringList{u"Inter"_s} + system.families());
    const qreal scale = std::clamp(textScale, smallestTextScale, largestTextScale);
    setPixels(&font, std::max(bodyPixels, pixelsOf(system)) * scale);
    font.setHintingPreference(QFont::PreferVerticalHinting); // letters keep their own widths
    return font;
}

QFont fontOf(TextRole role, const QFont &application)
{
    const RoleLook &look = roleLooks[size_t(role)];
    QFont font = application;
    setPixels(&font, pixelsOf(application) * look.factor);
    font.setWeight(look.weight);
    if (!look.isCode)
        return font;
    font.setFamilies({u"JetBrains Mono"_s, u"DejaVu Sans Mono"_s, u"monospace"_s});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setFeature("liga", 0);
    font.setFeature("calt", 0);
    return font;
}

QFont fontOf(TextRole role)
{
    return fontOf(role, QApplication::font());
}

QFont withTabularFigures(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

qreal textScaleOf(const QFont &application)
{
    return pixelsOf(application) / bodyPixels;
}

int rowHeight(RowKind kind, const QFont &application)
{
    constexpr qreal airOfARow = 6;
    const RowLook look = rowLook(kind);
    const qreal scale = textScaleOf(application);
    const int text = QFontMetrics(fontOf(look.role, application)).height() * look.lines;
    return std::max(qRound(look.height * scale), text + qRound(airOfARow * scale));
}

} // namespace waymark
