namespace IspPortal.Web.Features.Plant.Api;

/// <summary>For whom a port is kept.</summary>
/// <param name="For">The sign-up or subscription; required.</param>
/// <param name="Number">The port; left out: the first free one.</param>
/// <param name="UntilUtc">Until when; left out: as the settings say.</param>
/// <param name="Note">A few words, up to 300 characters.</param>
internal sealed record ReservePortBody(Guid? For = null, int? Number = null, DateTime? UntilUtc = null, string? Note = null);
