namespace IspPortal.Core.Messaging.Templates;

/// <summary>How many parts an SMS has (3GPP TS 23.038 and 23.040): 160 letters of the GSM alphabet or 70 others in one, 153 or 67 a part in several.</summary>
internal static class SmsLength
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extended = "^{}\\[~]|€";

    public static int PartsOf(string text)
    {
        var isGsm = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Extended.Contains(c, StringComparison.Ordinal));
        var length = isGsm ? text.Length + text.Count(c => Extended.Contains(c, StringComparison.Ordinal)) : text.Length;
        var (one, each) = isGsm ? (160, 153) : (70, 67);
        return length <= one ? 1 : (length + each - 1) / each;
    }
}
