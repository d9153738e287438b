/** What cannot be read, with the place and the sentence, as a student sees them. */

export const COMPLAINTS: Readonly<Record<string, string>> = {
  'brackets and bars': String.raw`
(y-t
^
unreadable: “(” is opened here and never closed: “)” is missing.

y-t)
   ^
unreadable: “)” closes nothing: no bracket is open here.

(y-t]
    ^
unreadable: Expected “)”, which closes “(”; found “]”.

\left(y-t\right.
     ^
unreadable: “(” is opened here and never closed: “)” is missing.

\frac{y}{t
        ^
unreadable: “{” is opened here and never closed: “}” is missing.

|y
^
unreadable: A bar “|” here has no partner: absolute values and norms need one before and one after.

|y|t|n|
^^^^^^^
ambiguous: These bars can be paired in more than one way, like |a|·b·|c| and |a·|b|·c|: write products with “*” or “\cdot”, or abs(…).

\begin{cases}y & t>0
^^^^^^^^^^^^^
unreadable: “\begin{cases}” is opened here and never closed: “\end{cases}” is missing.

()
^^
unreadable: Nothing stands between these brackets.

{}
^^
unreadable: Nothing stands between these brackets.

\left.y\right|_{t=0}
             ^
unreadable: “|” closes nothing; values at a point cannot be read here: put the values in.
`,
  'values that are missing': String.raw`
y-
 ^
unreadable: Expected a value after “-”, found the end.

y+*t
  ^
unreadable: Expected a value after “+”, found “*”.

*y
^
unreadable: Expected a value at the start, found “*”.

y^
 ^
unreadable: Expected a value after “^”, found the end.

x_
 ^
unreadable: Expected a value after “_”, found the end.

\frac{y}{}
        ^^
unreadable: Nothing stands between these brackets.

\frac{y}
       ^
unreadable: Expected the denominator in braces, as in \frac{1}{2}.

\sqrt
    ^
unreadable: Expected what is below the root in braces, as in \frac{1}{2}.

\tanh
^^^^^
unreadable: Expected the argument of \tanh, found the end.

\sum_{i=1}^d
           ^
unreadable: Expected the term that the sign is for, found the end.

y = 
  ^
unreadable: Expected a value after “=”, found the end.

= y
^
unreadable: Expected a value at the start, found “=”.

/y
^
unreadable: Expected a value at the start, found “/”.

y//t
  ^
unreadable: Expected a value after “/”, found “/”.
`,
  names: String.raw`
q
^
unknown-name: “q” is not a name of this question. Its names are x, x_1, x_2, w', \hat{y}, c, z, w, a, w^*, i, A, ….

q_i
^^^
unknown-name: “q_i” is not a name of this question. Its names are x, x_1, x_2, w', \hat{y}, c, z, w, a, w^*, i, A, ….

sgin(y)
^^^^
unknown-name: “sgin” is not known here. Did you mean sign?

lamda
^^^^^
unknown-name: “lamda” is not known here. Did you mean lambda?

\tahn(y)
^^^^^
unknown-name: The command \tahn is not known here. Did you mean \tanh?

\foo
^^^^
unknown-name: The command \foo is not known here.

\lamda y
^^^^^^
unknown-name: The command \lamda is not known here. Did you mean \lambda?

\mathrm{rleu}(y)
^^^^^^^^^^^^^
unknown-name: “\mathrm{rleu}” is not a name of this question. Did you mean relu?

\mathrm{foo}(y)
^^^^^^^^^^^^
unknown-name: “\mathrm{foo}” is not a name of this question. Its names are x, x_1, x_2, w', \hat{y}, c, z, w, a, w^*, i, A, ….

h_3
^^^
unknown-name: “h_3” is not a name of this question. Known are h_0, h_1, h_2.

y_1
^^^
shape: “y_1” is not known: y is a number and has no components.

y_i
^^^
shape: “y_i” is not known: y is a number and has no components.

x_{ij}
^^^^^^
shape: x takes one index, “x_{ij}” has more.

c_{ijk}
^^^^^^^
shape: c takes 2 indices, “c_{ijk}” has more.

x'
^^
ambiguous: “x'” could be a transpose or a derivative: write x^T for the transpose, the result for a derivative.

\nu
^^^
unknown-name: “\nu” is not a name of this question. Did you mean \mu?

А
^
unreadable: “А” (U+0410) only looks like the letter A: type A on a Latin keyboard.
`,
  derivatives: String.raw`
\frac{\partial E}{\partial t}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
unknown-name: ∂E/∂t is not a symbol of this question: known are ∂E/∂y, ∂h_2/∂h_1, ∂y/∂x, ∂a/∂z.

dE/dt
^^^^^
unknown-name: ∂E/∂t is not a symbol of this question: known are ∂E/∂y, ∂h_2/∂h_1, ∂y/∂x, ∂a/∂z.

∂t/∂n
^^^^^
unknown-name: ∂t/∂n is not a symbol of this question: known are ∂E/∂y, ∂h_2/∂h_1, ∂y/∂x, ∂a/∂z.

\frac{d}{dy}(y^2)
^^^^^^^^^^^^
unreadable: A derivative to be worked out cannot be read here: write the result.

d/dy (y^2)
^^^^
unreadable: A derivative to be worked out cannot be read here: write the result.

\frac{\partial^2 E}{\partial y^2}
      ^^^^^^^^^^
unreadable: Second and higher derivatives cannot be read as symbols: write the result.

∂
^
unreadable: “∂” must be part of a derivative such as ∂E/∂y or \nabla_y E.

\nabla E
^^^^^^
unreadable: “∇” must be part of a derivative such as ∂E/∂y or \nabla_y E.

∂E/∂y^2
^^^^^^^
ambiguous: Is the whole derivative raised to the power? Write it as (∂E/∂y)^2.

\frac{d|x_i-c_{ij}|}{dx_i}
^^^^^^^^^^^^^^^^^^^^^^^^^^
ambiguous: Is this a derivative? Write it with \partial, as in \frac{\partial y}{\partial x}, or write its result; if d is a factor, write d \cdot x with a sign.

\frac{w_j d z_{ij}}{d x_i}
^^^^^^^^^^^^^^^^^^^^^^^^^^
ambiguous: Is this a derivative? Write it with \partial, as in \frac{\partial y}{\partial x}, or write its result; if d is a factor, write d \cdot x with a sign.

\frac{-\sum_j w_j d y}{d x_i}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ambiguous: Is this a derivative? Write it with \partial, as in \frac{\partial y}{\partial x}, or write its result; if d is a factor, write d \cdot x with a sign.

d(-t)/dy
^^^^^^^^
ambiguous: Is this a derivative? Write it with \partial, as in \frac{\partial y}{\partial x}, or write its result; if d is a factor, write d \cdot x with a sign.

(d t)/(d y)
^^^^^^^^^^^
ambiguous: Is this a derivative? Write it with \partial, as in \frac{\partial y}{\partial x}, or write its result; if d is a factor, write d \cdot x with a sign.

d^2 t/(d y^2)
^^^^^^^^^^^^^
ambiguous: Is this a derivative? Write it with \partial, as in \frac{\partial y}{\partial x}, or write its result; if d is a factor, write d \cdot x with a sign.
`,
  'what could be read in two ways': String.raw`
1/2y
  ^^
ambiguous: Does “y” belong to the denominator? Write 1/(2 y…) if it does, (1/2) y… if it does not.

1/2(y-t)
  ^^
ambiguous: Does “(y-t)” belong to the denominator? Write 1/(2 (y-t)) if it does, (1/2) (y-t) if it does not.

y/tn
  ^^
ambiguous: Does “n” belong to the denominator? Write y/(t n…) if it does, (y/t) n… if it does not.

y/t x_1
  ^^^
ambiguous: Does “x” belong to the denominator? Write y/(t x…) if it does, (y/t) x… if it does not.

\sin^{-1} y
^^^^^^^^
ambiguous: “\sin^{-1}” could be the inverse function or 1/sin: write arcsin or 1/\sin(…).

\tanh^{-1}(y)
^^^^^^^^^
ambiguous: “\tanh^{-1}” could be the inverse function or 1/tanh: write artanh or 1/\tanh(…).

|a|b|c|
^^^^^^^
ambiguous: These bars can be paired in more than one way, like |a|·b·|c| and |a·|b|·c|: write products with “*” or “\cdot”, or abs(…).

y'x
^^
ambiguous: “y'” could be a transpose or a derivative: write y^T for the transpose, the result for a derivative.

y2
^^
ambiguous: “y2” could be y·2 or y^2: write the sign.

x_12
  ^^
ambiguous: “12” below a name needs braces, as in x_{12}.

2 3
^^^
ambiguous: Two numbers stand side by side, “2 3”: write a “*” between them, or one number without a gap.

2e-3
^^^^
ambiguous: “2e-3” could be a power of ten or a multiple of e: write 2*10^(-3), or a sign between 2 and e.

x[1]
^^^^
ambiguous: Is “x[1]” a component? Write x_{1}, counted from 1; for a product write round brackets.

c[i,1]
^^^^^^
ambiguous: Is “c[i,1]” a component? Write c_{i,1}, counted from 1; for a product write round brackets.

e^xy
^^^^
ambiguous: Where does the exponent end? Write ^(xy) for all of it, or put “*” after it.

e^-2t
^^^^^
ambiguous: Where does the exponent end? Write ^(-2t) for all of it, or put “*” after it.

\sum_i x_i + t_i
             ^^^
shape: “t_i” is not known: t is a number and has no components.

\sum_k w_k + a_k
               ^
ambiguous: The letter k runs in a sum that ends before this place: put brackets around all that belongs to the sum, or take another letter.

\sum_{i<k} w_k
      ^^^
ambiguous: Does i run here, too? Write \sum_{k: i<k} if only k runs, \sum_{i,k: i<k} if both do.

\sum_{k=1}^n-1 w_k
           ^^
ambiguous: Where does the upper limit end? Put it in braces, as in ^{n-1}.

\sum c_{kl}
^^^^
ambiguous: Which index runs here? The term has the letters k and l: write it below the sign, as in \sum_j.

\log y (1-t)
^^^^^^^^
ambiguous: Where does the argument of \log end? Put brackets around all of it: \log(…).

\log y/t
^^^^^^^
ambiguous: Where does the argument of \log end? Put brackets around all of it: \log(…).

\frac123
       ^
ambiguous: Put braces around the numbers here: without them “3” stands outside.
`,
  'what cannot be an answer': String.raw`
\int_0^1 y
^^^^
unreadable: Integrals cannot be read here: write the result.

\lim_{y\to 0} y
^^^^
unreadable: Limits cannot be read here: write the result.

\argmax_k w_k
^^^^^^^
unreadable: argmax is a place, not a value, and cannot be read here: write the value itself.

\mathbb{E}[y]
^^^^^^^^^^
unreadable: “\mathbb{E}” is read as an expected value or a set, which cannot stand here: write E for the name.

\binom{n}{2}
^^^^^^
unreadable: Binomial coefficients cannot be read here: write them with factorials, as in n!/(k!(n-k)!).

y \pm t
  ^^^
unreadable: “±” stands for two values: write the one that is meant.

y \approx t
  ^^^^^^^
unreadable: “≈” says nothing exact: write “=”, and exact values.

y \to t
  ^^^
unreadable: Arrows cannot be read here: write “=” or “<=” between the steps.

y \Rightarrow t
  ^^^^^^^^^^^
unreadable: Arrows cannot be read here: write “=” or “<=” between the steps.

y \ne t
  ^^^
unreadable: “≠” is no step of a derivation: expected =, <, ≤, > or ≥.

1,2,…,n
   ^
unreadable: A comma can only stand between arguments or indices; a decimal number has a point, as in 2.5.

y; t
 ^
unreadable: Only one formula can stand here: “;” cannot be read.

y & t
  ^
unreadable: “&” can only stand in matrices and case distinctions.

f y
  ^
unreadable: f is a function: expected its argument in brackets, as in f(x), found “y”.

f
^
unreadable: f is a function: expected its argument in brackets, as in f(x), found the end.

g(y)
^^^^
unreadable: g takes 2 arguments, found 1.

\tanh(y,t)
^^^^^^^^^^
unreadable: \tanh takes one argument, found 2.

x = y ? 1 : 0
      ^
unreadable: A condition must stand before “?”, as in x>0 ? 1 : 0.

y ? 1 : 0
  ^
unreadable: A condition must stand before “?”, as in x>0 ? 1 : 0.

\text{the slope}
^^^^^^^^^^^^^^^^
unreadable: Words cannot be part of a formula: write the formula alone.
`,
  'boxes, characters, limits': String.raw`
\placeholder{}
^^^^^^^^^^^^^^
unreadable: There is an empty box here: fill it or delete it.

y + \placeholder{}
    ^^^^^^^^^^^^^^
unreadable: There is an empty box here: fill it or delete it.

y😀
 ^^
unreadable: The character “😀” (U+1F600) cannot be part of a formula: delete it.

у - t
^
unreadable: “у” (U+0443) only looks like the letter y: type y on a Latin keyboard.
`,
  'sums and cases': String.raw`
\sum_{3} w_k
      ^
unreadable: Expected an index letter below the sign, as in \sum_{j=1}^h, found “3”.

\sum_{k\in S} w_k
           ^
unreadable: Expected a range for k, as in k \in \{1, …, h\} or k=1..h.

\sum_{k,k} w_k
      ^
unreadable: The letter k runs twice here.

\sum^h w_k
     ^
unreadable: Expected the index below the sign too, as in \sum_{j=1}^h.

\begin{cases}1 & \\ 0 & y>0\end{cases}
               ^
unreadable: Expected the condition of this case, as in “x > 0”, or “otherwise”.

\begin{cases}1 \\ 0 & y>0\end{cases}
             ^
unreadable: Expected the condition of this case, as in “x > 0”, or “otherwise”.

\begin{align} y \end{align}
^^^^^^^^^^^^^
unreadable: “\begin{align}” cannot be read here: write one formula.

\begin{pmatrix}1&2\\3\end{pmatrix}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
unreadable: The rows of this matrix have different lengths.

1_{y}
^^
unreadable: A number has nothing below it, only an indicator has a condition there, as in 1_{x>0}.
`,
};
