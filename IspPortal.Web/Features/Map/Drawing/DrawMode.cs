namespace IspPortal.Web.Features.Map.Drawing;

/// <summary>What the hand does on the map.</summary>
internal enum DrawMode
{
    /// <summary>Nothing: the map is looked at.</summary>
    None,

    /// <summary>The next click is where a node stands.</summary>
    Place,

    /// <summary>A cable from node to node.</summary>
    Cable,

    /// <summary>A radio link from site to site.</summary>
    Link,

    /// <summary>The way of a cable.</summary>
    Bend,

    /// <summary>A node goes elsewhere.</summary>
    Move,

    /// <summary>The next click is where a cable is cut.</summary>
    Split,
}
