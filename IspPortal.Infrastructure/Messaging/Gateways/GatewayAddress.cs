using IspPortal.Core.Messaging;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>Where a sender's provider answers.</summary>
internal static class GatewayAddress
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> None => NoHeaders;

    public static Uri Of(MessageSender sender, string usual, string path) => new($"{(sender.Server ?? usual).TrimEnd('/')}/{path}");

    public static IReadOnlyDictionary<string, string> Authorization(string value) => new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = value };

    /// <summary>The digits of a number in E.164.</summary>
    public static string Digits(string address) => address.TrimStart('+');
}
