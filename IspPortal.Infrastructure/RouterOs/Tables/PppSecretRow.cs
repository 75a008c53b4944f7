namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>An account of <c>/ppp/secret</c>, without its password.</summary>
internal sealed record PppSecretRow(string Id, string Name, string Service, string Profile, bool Disabled, string Comment);
