namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>The first word of a reply.</summary>
internal enum ReplyKind
{
    /// <summary>Does not start with <c>!</c>: not a reply at all.</summary>
    NotAReply,

    /// <summary><c>!re</c></summary>
    Row,

    /// <summary><c>!done</c></summary>
    Done,

    /// <summary><c>!trap</c></summary>
    Trap,

    /// <summary><c>!fatal</c></summary>
    Fatal,

    /// <summary><c>!empty</c> (7.18 and later), or a word younger than this client: passed over.</summary>
    Other,
}
