namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>What a provider said.</summary>
/// <param name="Verdict">What it means.</param>
/// <param name="Code">A stable code of it, or null.</param>
/// <param name="Words">Its own words, or null.</param>
/// <param name="ProviderId">What it calls the message, or null.</param>
/// <param name="After">When it asked to be tried again, or null.</param>
internal sealed record GatewayAnswer(GatewayVerdict Verdict, string? Code = null, string? Words = null, string? ProviderId = null, TimeSpan? After = null)
{
    public static GatewayAnswer Accepted(string? providerId) => new(GatewayVerdict.Accepted, ProviderId: string.IsNullOrWhiteSpace(providerId) ? null : providerId);

    public static GatewayAnswer Refused(string code, string? words) => new(GatewayVerdict.Refused, code, words);

    public static GatewayAnswer Later(string code, string? words) => new(GatewayVerdict.Later, code, words);

    public static GatewayAnswer Down(string code, string? words, TimeSpan? after = null) => new(GatewayVerdict.Down, code, words, After: after);

    public static GatewayAnswer Unsure(string code, string? words) => new(GatewayVerdict.Unsure, code, words);

    public static GatewayAnswer Banned(string code, string? words) => new(GatewayVerdict.Banned, code, words);
}
