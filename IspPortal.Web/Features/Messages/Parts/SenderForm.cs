using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging;
using IspPortal.Core.Messaging.Senders;

namespace IspPortal.Web.Features.Messages.Parts;

/// <summary>What is typed into the form of a sender.</summary>
internal sealed class SenderForm
{
    public string Name { get; set; } = "";

    public string Type { get; set; } = nameof(MessageSenderType.Smtp);

    public string Server { get; set; } = "";

    public string Port { get; set; } = "";

    public string From { get; set; } = "";

    public string Account { get; set; } = "";

    public string Secret { get; set; } = "";

    public string SigningSecret { get; set; } = "";

    public string CallbackSecret { get; set; } = "";

    public string PerHour { get; set; } = "200";

    public string DailyCap { get; set; } = "";

    public string WarmUpFrom { get; set; } = "";

    public string WarmUpPercent { get; set; } = "30";

    public bool IsEnabled { get; set; } = true;

    public MessageSenderType TypeOf => Enum.Parse<MessageSenderType>(Type);

    public static SenderForm Of(MessageSenderDetails sender) => new()
    {
        Name = sender.Row.Name,
        Type = sender.Row.Type.ToString(),
        Server = sender.Server ?? "",
        Port = Text(sender.Port),
        From = sender.From ?? "",
        Account = sender.Account ?? "",
        PerHour = Text(sender.Row.PerHour),
        DailyCap = Text(sender.DailyCap),
        WarmUpFrom = Text(sender.WarmUpFrom),
        WarmUpPercent = Text(sender.WarmUpPercent),
        IsEnabled = sender.IsEnabled,
    };

    /// <summary>What to keep; numbers that are none are noted in <paramref name="wrong"/>. A secret left empty stays as it is.</summary>
    public SaveSenderRequest Read(List<FieldError> wrong) => new(
        Name, TypeOf, OrNull(Server), Number(Port, "port", wrong), OrNull(From), OrNull(Account), OrNull(Secret), OrNull(SigningSecret), OrNull(CallbackSecret),
        Number(PerHour, "perHour", wrong) ?? 0, Number(DailyCap, "dailyCap", wrong), Number(WarmUpFrom, "warmUpFrom", wrong), Number(WarmUpPercent, "warmUpPercent", wrong) ?? 30, IsEnabled);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static int? Number(string text, string field, List<FieldError> wrong)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        wrong.Add(new FieldError(field, "common.not_a_number"));
        return null;
    }
}
