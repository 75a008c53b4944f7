namespace IspPortal.Web.Features.Network.Api;

/// <summary>Which router is to be kept.</summary>
/// <param name="RouterId">The router.</param>
internal sealed record TakeBackupBody(Guid? RouterId);
