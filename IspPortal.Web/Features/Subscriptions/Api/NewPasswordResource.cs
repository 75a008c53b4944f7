namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>A generated password, given this once.</summary>
/// <param name="Username">Whose.</param>
/// <param name="Password">The password.</param>
internal sealed record NewPasswordResource(string Username, string Password);
