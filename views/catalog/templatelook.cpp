#include "views/catalog/templatelook.h"

#include "models/base/textcontext.h"
#include "models/items/catalogmodel.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"

#include <QHash>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("TemplateLook");

} // namespace

std::optional<BadgeText> badgeOf(const QModelIndex &index)
{
    const QString lifecycle = index.data(CatalogModel::LifecycleTextRole).toString();
    if (index.data(CatalogModel::BrokenRole).toBool())
        return BadgeText{BadgeKind::Error, translated("Cannot be used"), u"error"_s};
    if (index.data(CatalogModel::RecommendedRole).toBool())
        return BadgeText{BadgeKind::Golden, translated("Recommended"), u"diamond"_s};
    switch (Lifecycle(index.data(CatalogModel::LifecycleRole).toInt())) {
    case Lifecycle::Deprecated:
        return BadgeText{BadgeKind::Warning, lifecycle, u"warn"_s};
    case Lifecycle::Experimental:
        return BadgeText{BadgeKind::Changed, lifecycle, u"flask"_s};
    case Lifecycle::Supported:
        break;
    }
    return std::nullopt;
}

QString iconOf(const QModelIndex &index)
{
    static const QHash<QString, QString> byKind = {
        {u"service"_s, u"server"_s}, {u"website"_s, u"web"_s},       {u"job"_s, u"clock"_s},
        {u"library"_s, u"box"_s},    {u"resource"_s, u"database"_s}, {u"consumer"_s, u"stream"_s},
    };
    QString named = index.data(CatalogModel::IconRole).toString();
    if (isIcon(named))
        return named;
    return byKind.value(index.data(CatalogModel::KindRole).toString(), u"box"_s);
}

void paintTile(QPainter *painter, const QRect &rect, const QModelIndex &index, bool isSelected,
               const Appearance &look)
{
    paintBox(painter, rect,
             {.fill = look.color(isSelected ? Token::BgSurface : Token::BgSubtle),
              .edge = look.color(Token::LineSubtle),
              .radius = 8 * look.scale});
    QRect inner(0, 0, rect.width() / 2, rect.height() / 2);
    inner.moveCenter(rect.center());
    paintIcon(painter, inner, iconOf(index), look.color(isSelected ? Token::AccentTx : Token::Tx2));
}

} // namespace waymark
