using System.Text;

namespace IspPortal.Infrastructure.Lab.Wire;

/// <summary>
/// Text as a router keeps it: bytes without an encoding. Inside the emulator such text is a string with one char per byte,
/// so that what a client wrote comes back byte for byte.
/// </summary>
internal static class RosText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The router's form of a text that somebody wrote in UTF-8.</summary>
    public static string FromText(string text) => Ascii.IsValid(text) ? text : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The text a person reads: UTF-8 where it is valid, else one character per byte.</summary>
    public static string ToText(string raw)
    {
        if (Ascii.IsValid(raw))
        {
            return raw;
        }

        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(raw));
        }
        catch (DecoderFallbackException)
        {
            return raw;
        }
    }
}
