using System.Reflection;
using IspPortal.Core.Identity;
using Microsoft.AspNetCore.Components;

namespace IspPortal.Web.Shared.Navigation;

/// <summary>The pages of the portal, read once from their attributes.</summary>
internal sealed class PageIndex
{
    private readonly PageEntry[] _entries = [.. typeof(PageIndex).Assembly.GetTypes()
        .Select(page => (Entry: page.GetCustomAttribute<NavigationEntryAttribute>(), Routes: page.GetCustomAttributes<RouteAttribute>(), Permission: PermissionOf(page)))
        .Where(page => page.Entry is not null)
        .Select(page => new PageEntry(page.Routes.First(route => !route.Template.Contains('{', StringComparison.Ordinal)).Template, page.Entry!, page.Permission))
        .OrderBy(page => page.Navigation.Section).ThenBy(page => page.Navigation.Order)];

    /// <summary>The entries that <paramref name="actor"/> may open, in order.</summary>
    public IReadOnlyList<PageEntry> For(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. _entries.Where(entry => entry.Permission is null || actor.May(entry.Permission))];
    }

    /// <summary>The permission that <paramref name="page"/> asks for, or null.</summary>
    public static string? PermissionOf(Type page) => page.GetCustomAttribute<RequiresPermissionAttribute>()?.Permission;
}
