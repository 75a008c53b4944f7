namespace IspPortal.Web.Shared.Navigation;

/// <summary>
/// Puts a page into the left navigation, which is made from these attributes: an entry exists when its page does, and is
/// shown to those who hold the page's <see cref="RequiresPermissionAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class NavigationEntryAttribute(NavigationSection section, int order, string icon) : Attribute
{
    public NavigationSection Section => section;

    public int Order => order;

    /// <summary>Name of a Material symbol.</summary>
    public string Icon => icon;

    /// <summary>The key of the entry's word.</summary>
    public string TextKey { get; init; } = "Title";

    /// <summary>Left out where no lab runs.</summary>
    public bool OnlyWithLab { get; init; }

    public abstract Type Texts { get; }
}
