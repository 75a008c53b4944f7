namespace IspPortal.Web.Shared.Navigation;

/// <inheritdoc />
/// <typeparam name="TTexts">The feature's texts that hold the entry's word.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NavigationEntryAttribute<TTexts>(NavigationSection section, int order, string icon) : NavigationEntryAttribute(section, order, icon)
{
    public override Type Texts => typeof(TTexts);
}
