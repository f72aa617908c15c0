#pragma once

#include "views/theme/badges.h"

#include <QModelIndex>

#include <optional>

// How the catalog shows what a template is; an index is one of CatalogModel or CatalogFilter.
namespace waymark {

/// What sets a template apart; nothing where it is simply supported.
[[nodiscard]] std::optional<BadgeText> badgeOf(const QModelIndex &index);

/// The icon that the template names, if it is one of ours, else one for its kind.
[[nodiscard]] QString iconOf(const QModelIndex &index);

/// The template's icon on its tile.
void paintTile(QPainter *painter, const QRect &rect, const QModelIndex &index, bool isSelected,
               const Appearance &look);

} // namespace waymark
