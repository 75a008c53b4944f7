namespace IspPortal.Web.Shared.Navigation;

/// <summary>
/// The permission without which a page shows the no-permission state and is left out of the navigation. It spares the reader
/// a dead end; the guard itself is in the services.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresPermissionAttribute(string permission) : Attribute
{
    public string Permission => permission;
}
