namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>What the lab's providers want to hear. Known to everybody, and good for nothing outside the lab.</summary>
internal static class LabKeys
{
    public const string MailUser = "portal@lab.test";
    public const string MailPassword = "lab-mail";
    public const string Token = "lab-token";
    public const string Secret = "lab-secret";
    public const string BotToken = "1000001:lab-bot-token";
    public const string Account = "100200300";
    public const string Signing = "lab-signing-secret";
    public const string Callback = "lab-callback-word";
}
