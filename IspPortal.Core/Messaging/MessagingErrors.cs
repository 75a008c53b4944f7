using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging;

/// <summary>Why something about messages can fail.</summary>
public static class MessagingErrors
{
    /// <summary><c>messages.not_found</c></summary>
    public static Error NotFound { get; } = new("messages.not_found", ErrorKind.NotFound);

    /// <summary><c>messages.sender_not_found</c></summary>
    public static Error SenderNotFound { get; } = new("messages.sender_not_found", ErrorKind.NotFound);

    /// <summary><c>messages.name_taken</c>: another sender has this name.</summary>
    public static Error NameTaken(string name) => new("messages.name_taken", ErrorKind.Conflict, name);

    /// <summary><c>messages.unknown_event</c>: nothing is told under this name.</summary>
    public static Error UnknownEvent(string name) => new("messages.unknown_event", ErrorKind.NotFound, name);

    /// <summary><c>messages.not_waiting</c>: only what waits can be dropped.</summary>
    public static Error NotWaiting { get; } = new("messages.not_waiting", ErrorKind.Conflict);

    /// <summary><c>messages.not_resendable</c>: only what failed, was dropped or is uncertain can be sent again.</summary>
    public static Error NotResendable { get; } = new("messages.not_resendable", ErrorKind.Conflict);

    /// <summary><c>messages.text_forgotten</c>: a confidential message cannot be sent again.</summary>
    public static Error TextForgotten { get; } = new("messages.text_forgotten", ErrorKind.Conflict);

    /// <summary><c>messages.no_sender</c>: no sender of the channel is set up.</summary>
    public static Error NoSender { get; } = new("messages.no_sender", ErrorKind.Conflict);

    /// <summary><c>messages.report_too_early</c>: a message is being handed over this moment, the provider shall report again.</summary>
    public static Error ReportTooEarly { get; } = new("messages.report_too_early", ErrorKind.Timeout);

    /// <summary><c>messages.test_failed</c>: the provider did not take the test; its own words.</summary>
    public static Error TestFailed(string code, string? words) => new("messages.test_failed", ErrorKind.External, code) { Detail = words };
}
