namespace IspPortal.Web.Features.Network.Api;

/// <summary>A line's new password.</summary>
/// <param name="Password">Up to 128 characters; null makes it unknown: it is then never written.</param>
internal sealed record SetPasswordBody(string? Password);
