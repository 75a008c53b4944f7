namespace IspPortal.Web.Features.Routers;

/// <summary>Words of a router's backups, of its probe and of what is restored.</summary>
public sealed class RouterKeepTexts;
